'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { momentsIn } from '@/components/staff/moments'
import type { PersonView } from '@/domain/people/output'
import { changePerson, endSessionsOf } from './queries'
import { RoleForm, type SubjectChoice } from './role-form'

type PersonPanelProps = {
  initial: PersonView
  subjects: readonly SubjectChoice[]
  zone: string
  /** One's own account: others change it. */
  isSelf: boolean
}

/** A member, and what an admin may do about them. */
export function PersonPanel({ initial, subjects, zone, isSelf }: PersonPanelProps) {
  const t = useTranslations('people')
  const [person, setPerson] = useState(initial)
  const [done, setDone] = useState('')
  const apply = async (change: Parameters<typeof changePerson>[1], words: string) => {
    setPerson(await changePerson(person.id, change))
    setDone(words)
  }
  return (
    <>
      <Facts person={person} zone={zone} />
      <p role="status" className="py-3 text-right text-small empty:hidden">
        {done}
      </p>
      {isSelf ? (
        <p className="py-4 text-ink-2 text-small">{t('self')}</p>
      ) : (
        <>
          <RoleForm
            key={`${person.role} ${person.subjects}`}
            person={person}
            subjects={subjects}
            onApply={(change) => apply(change, t('changed'))}
          />
          <Access
            person={person}
            onApply={apply}
            onEnded={(words) => {
              setPerson({ ...person, lastSeenAt: null })
              setDone(words)
            }}
          />
        </>
      )}
      <Traces id={person.id} />
    </>
  )
}

function Facts({ person, zone }: { person: PersonView; zone: string }) {
  const t = useTranslations('people')
  const words = momentsIn(useLocale(), zone)
  const facts = [
    ['email', person.email ?? t('noEmail')],
    ['role', t(`role.${person.role}`)],
    ['state', t(`state.${person.state}`)],
    ['factor', t(person.totp ? 'factorOn' : 'factorOff')],
    ['since', words.day(person.createdAt)],
    ['seen', person.lastSeenAt ? words.clock(person.lastSeenAt) : t('signedOut')],
    ['id', person.id],
  ] as const
  return (
    <dl className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-6 border-rule border-t text-small md:grid-cols-[repeat(2,minmax(0,1fr))]">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-3 border-rule border-b py-2">
          <dt className="w-20 shrink-0 text-ink-3">{t(`column.${name}`)}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type AccessProps = {
  person: PersonView
  onApply: (change: { disabled: boolean }, words: string) => Promise<void>
  onEnded: (words: string) => void
}

/** Shutting out, letting in again, and signing out. */
function Access({ person, onApply, onEnded }: AccessProps) {
  const t = useTranslations('people')
  const name = person.nickname ?? person.email ?? person.id
  const isDisabled = person.state === 'disabled'
  const verb = isDisabled ? 'enable' : 'disable'
  return (
    <section aria-labelledby="access" className="border-rule border-t pt-4">
      <h2 id="access" className="pb-3 font-semibold text-small">
        {t('access')}
      </h2>
      <div className="flex flex-wrap gap-3">
        <ConfirmedButton
          space="people"
          key={verb}
          action={t(`${verb}.action`)}
          title={t(`${verb}.title`, { name })}
          effect={t(`${verb}.effect`)}
          run={() => onApply({ disabled: !isDisabled }, t(`${verb}.done`))}
        />
        <ConfirmedButton
          space="people"
          action={t('end.action')}
          title={t('end.title', { name })}
          effect={t('end.effect')}
          disabled={person.lastSeenAt === null}
          run={async () => onEnded(t('end.done', { count: (await endSessionsOf(person.id)).ended }))}
        />
      </div>
    </section>
  )
}

/** What was done to them, and by them. */
function Traces({ id }: { id: string }) {
  const t = useTranslations('people')
  const audit = hrefIn(useLocale(), '/admin/audit')
  const look = '-ml-2 inline-flex min-h-11 items-center px-2 text-deed text-small'
  return (
    <p className="mt-6 flex flex-wrap gap-x-4 border-rule border-t pt-2">
      <Link href={`${audit}?target=user:${id}`} prefetch={false} className={look}>
        {t('doneTo')}
      </Link>
      <Link href={`${audit}?actor=${id}`} prefetch={false} className={look}>
        {t('doneBy')}
      </Link>
    </p>
  )
}
