import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { momentsIn } from '@/components/staff/moments'
import { Cell, Table, TableRow } from '@/components/ui/table'
import type { PersonView } from '@/domain/people/output'

const columns = ['nickname', 'email', 'role', 'since', 'seen', 'state'] as const

/** Members, one dense row each. */
export function PeopleTable({ people, zone }: { people: readonly PersonView[]; zone: string }) {
  const t = useTranslations('people')
  if (people.length === 0) return <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>
  return (
    <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} zone={zone} />
      ))}
    </Table>
  )
}

function PersonRow({ person, zone }: { person: PersonView; zone: string }) {
  const t = useTranslations('people')
  const locale = useLocale()
  const words = momentsIn(locale, zone)
  return (
    <TableRow>
      <Cell className="md:max-w-56">
        <Link
          href={hrefIn(locale, `/admin/people/${person.id}`)}
          prefetch={false}
          className="inline-flex min-h-8 items-center font-semibold text-deed max-md:min-h-11"
        >
          {person.nickname ?? person.email ?? t('nameless')}
        </Link>
      </Cell>
      <Cell label={t('column.email')} className={person.nickname ? 'md:max-w-80' : 'max-md:hidden md:max-w-80'}>
        {person.nickname && (person.email ?? t('noEmail'))}
      </Cell>
      <Cell short label={t('column.role')}>
        {t(`role.${person.role}`)}
        {person.role !== 'learner' && !person.totp && (
          <span className="block text-part text-meta">{t('noFactor')}</span>
        )}
      </Cell>
      <Cell short label={t('column.since')}>
        <time dateTime={person.createdAt}>{words.day(person.createdAt)}</time>
      </Cell>
      <Cell short label={t('column.seen')}>
        {person.lastSeenAt ? (
          <time dateTime={person.lastSeenAt}>{words.day(person.lastSeenAt)}</time>
        ) : (
          <span className="text-ink-3">{t('signedOut')}</span>
        )}
      </Cell>
      <Cell short label={t('column.state')}>
        <span className={person.state === 'active' ? '' : 'font-semibold text-part'}>{t(`state.${person.state}`)}</span>
      </Cell>
    </TableRow>
  )
}
