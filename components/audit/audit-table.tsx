import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { momentsIn } from '@/components/staff/moments'
import { Cell, Table, TableRow } from '@/components/ui/table'
import type { AuditEntryView, AuditView } from '@/domain/audit/output'
import { detailsInWords } from './details'

const columns = ['at', 'actor', 'action', 'target', 'details'] as const

type AuditTableProps = { audit: AuditView; subjects: Record<string, string> }

/** What was done, one dense row each, the latest first. */
export function AuditTable({ audit, subjects }: AuditTableProps) {
  const t = useTranslations('audit')
  if (audit.items.length === 0) return <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>
  return (
    <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
      {audit.items.map((entry) => (
        <EntryRow key={entry.id} entry={entry} zone={audit.zone} subjects={subjects} />
      ))}
    </Table>
  )
}

type EntryRowProps = { entry: AuditEntryView; zone: string; subjects: Record<string, string> }

function EntryRow({ entry, zone, subjects }: EntryRowProps) {
  const t = useTranslations('audit')
  const words = momentsIn(useLocale(), zone)
  return (
    <TableRow>
      <Cell className="text-ink-2 md:whitespace-nowrap">
        <time dateTime={entry.at}>{words.clock(entry.at)}</time>
      </Cell>
      <Cell label={t('column.actor')} className="md:max-w-60 lg:min-w-48">
        {entry.actor ? <Named {...entry.actor} /> : t('commandLine')}
      </Cell>
      <Cell className="font-semibold max-md:order-first">{t(`actions.${entry.action}`)}</Cell>
      <Cell label={t('column.target')} className="md:max-w-60 lg:min-w-48">
        <Target entry={entry} />
      </Cell>
      <Cell label={t('column.details')} className="text-ink-2 max-md:not-has-[li]:hidden">
        <Details entry={entry} subjects={subjects} />
      </Cell>
    </TableRow>
  )
}

/** As they are called today; whoever has left is a number. */
function Named({ id, nickname, email }: NonNullable<AuditEntryView['actor']>) {
  const t = useTranslations('audit')
  const locale = useLocale()
  const name = nickname ?? email
  if (name === null) return <span className="text-ink-3">{t('gone', { id: id.slice(0, 8) })}</span>
  return (
    <Link href={hrefIn(locale, `/admin/people/${id}`)} prefetch={false} className="text-deed">
      {name}
    </Link>
  )
}

function Target({ entry: { actor, person, target } }: { entry: AuditEntryView }) {
  const t = useTranslations('audit')
  if (person && person.id === actor?.id) return <span className="text-ink-3">{t('self')}</span>
  if (person) return <Named {...person} />
  const [kind = '', id = ''] = target.split(':')
  return <span>{kind === 'report' ? t('report', { id: id.slice(0, 8) }) : target}</span>
}

function Details({ entry: { details }, subjects }: { entry: AuditEntryView; subjects: Record<string, string> }) {
  const t = useTranslations('audit')
  const people = useTranslations('people')
  const desk = useTranslations('desk')
  const tokens = useTranslations('settings.tokens')
  const subject = (slug: string) => subjects[slug] ?? slug
  const told = detailsInWords(details, {
    of: {
      role: (role) => (people.has(`role.${role}`) ? people(`role.${role}`) : role),
      subject,
      subjects: subject,
      outcome: (outcome) => (desk.has(`outcomes.${outcome}`) ? desk(`outcomes.${outcome}`) : outcome),
      scopes: (scope) => (tokens.has(`scope.${scope}`) ? tokens(`scope.${scope}`) : scope),
      token: (id) => id.slice(0, 8),
      guest: (id) => id.slice(0, 8),
    },
    allSubjects: people('allSubjects'),
    separator: t('separator'),
  })
  return (
    <ul className="flex flex-wrap gap-x-3">
      {told.map(({ key, values }) => (
        <li key={key} className="min-w-0 [overflow-wrap:anywhere]">
          {t.has(`detail.${key}`) ? t(`detail.${key}`, values) : `${key}: ${values.value}`}
        </li>
      ))}
    </ul>
  )
}
