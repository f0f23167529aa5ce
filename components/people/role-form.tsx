'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { Tick } from '@/components/ui/field'
import type { PersonView } from '@/domain/people/output'
import type { Role } from '@/domain/users/input'

export type SubjectChoice = { slug: string; title: string }

const roles = ['learner', 'editor', 'reviewer', 'admin'] as const satisfies readonly Role[]

type RoleFormProps = {
  person: PersonView
  subjects: readonly SubjectChoice[]
  onApply: (change: { role: Role; subjects: string[] | null }) => Promise<void>
}

/** The role, what it may do, and the subjects it is for. */
export function RoleForm({ person, subjects, onApply }: RoleFormProps) {
  const t = useTranslations('people')
  const [role, setRole] = useState(person.role)
  const [chosen, setChosen] = useState<readonly string[] | null>(person.subjects)
  const hasSubjects = role === 'editor' || role === 'reviewer'
  const given = hasSubjects ? chosen : null
  const isSame = role === person.role && JSON.stringify(given) === JSON.stringify(person.subjects)
  const name = person.nickname ?? person.email ?? person.id
  const change = { from: t(`role.${person.role}`), to: t(`role.${role}`) }
  return (
    <section aria-labelledby="role" className="pt-6 pb-6">
      <h2 id="role" className="pb-2 font-semibold text-small">
        {t('column.role')}
      </h2>
      <fieldset>
        <legend className="sr-only">{t('column.role')}</legend>
        {roles.map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-3 border-rule border-t py-1.5 text-small">
            <input
              type="radio"
              name="role"
              checked={role === one}
              onChange={() => setRole(one)}
              className="size-5 shrink-0 accent-deed"
            />
            <span>
              {t(`role.${one}`)}
              <span className="block text-ink-3 text-meta sm:inline sm:pl-3">{t(`may.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {hasSubjects && <Subjects all={subjects} chosen={chosen} onChoose={setChosen} />}
      <div className="border-rule border-t pt-4">
        <ConfirmedButton
          space="people"
          action={t('change.action')}
          title={role === person.role ? t('change.subjectsTitle', { name }) : t('change.title', { name, ...change })}
          effect={role === person.role ? t('change.subjectsEffect') : t('change.effect')}
          disabled={isSame || given?.length === 0}
          run={() => onApply({ role, subjects: given && [...given].sort() })}
        />
      </div>
    </section>
  )
}

type SubjectsProps = {
  all: readonly SubjectChoice[]
  /** Null: all. */
  chosen: readonly string[] | null
  onChoose: (chosen: readonly string[] | null) => void
}

function Subjects({ all, chosen, onChoose }: SubjectsProps) {
  const t = useTranslations('people')
  const toggle = (slug: string, on: boolean) =>
    onChoose(on ? [...(chosen ?? []), slug] : (chosen ?? []).filter((one) => one !== slug))
  return (
    <fieldset className="border-rule border-t py-2">
      <legend className="sr-only">{t('subjects')}</legend>
      <Tick checked={chosen === null} onChange={(event) => onChoose(event.target.checked ? null : [])}>
        {t('allSubjects')}
      </Tick>
      {chosen !== null && (
        <div className="grid gap-x-6 pl-9 sm:grid-cols-2 lg:grid-cols-3">
          {all.map(({ slug, title }) => (
            <Tick key={slug} checked={chosen.includes(slug)} onChange={(event) => toggle(slug, event.target.checked)}>
              {title}
            </Tick>
          ))}
        </div>
      )}
    </fieldset>
  )
}
