import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { drillPath, practiceOf } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import type { PastAttempt } from '../queries'
import { useFigures } from '../words'

/** What subjects and chapters are called, by their keys, and where their exams take place. */
export type Named = {
  subjects: Record<string, string>
  /** `subject/chapter` → title. */
  chapters: Record<string, string>
  zones: Record<string, string>
}

type HistoryRowProps = { attempt: PastAttempt; named: Named }

export function HistoryRow({ attempt, named }: HistoryRowProps) {
  const locale = useLocale()
  return (
    <li className="border-rule border-b">
      <Link
        href={hrefIn(locale, pathOf(attempt))}
        prefetch={false}
        className="-mx-4 flex min-h-16 items-center justify-between gap-x-4 px-4 py-2.5 active:bg-sunk md:hover:bg-sunk"
      >
        <span className="min-w-0">
          <Name attempt={attempt} named={named} />
          <Facts attempt={attempt} zone={named.zones[attempt.exam]} />
        </span>
        <Outcome attempt={attempt} />
      </Link>
    </li>
  )
}

/** Where an attempt goes on, or where every answer of it is shown again. */
function pathOf({ id, mode, subject, on, scope, finishedAt }: PastAttempt): string {
  if (finishedAt !== null && mode !== 'recite') return `/practice/${subject}/results/${id}`
  if (mode === 'daily') return `/practice/${subject}/daily${on ? `?on=${on}` : ''}`
  if (mode === 'recite')
    return `/practice/${subject}/recite${scope?.chapters?.[0] ? `?chapter=${scope.chapters[0]}` : ''}`
  return drillPath(practiceOf({ mode, subject, on, scope }))
}

function Name({ attempt: { mode, subject, on, scope }, named }: HistoryRowProps) {
  const modes = useTranslations('progress.modes')
  const words = useDateWords()
  const only = scope?.chapters?.length === 1 ? scope.chapters[0] : undefined
  const chapter = only && named.chapters[`${subject}/${only}`]
  return (
    <span className="block text-small">
      {named.subjects[subject] ?? subject}
      <span className="text-ink-2">
        {' · '}
        {modes(mode)}
        {mode === 'daily' && on && ` ${words.day(on)}`}
        {chapter && <span lang="zh-CN"> {chapter}</span>}
      </span>
    </span>
  )
}

function Facts({ attempt: { startedAt, answered, of, spentMs }, zone }: { attempt: PastAttempt; zone?: string }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const { time } = useFigures()
  const when = format.dateTime(new Date(startedAt), {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <span className="block text-ink-3 text-meta">
      {t('attemptFacts', { when, answered, of, time: time(Math.round(spentMs / 1000)) })}
    </span>
  )
}

function Outcome({ attempt: { mode, finishedAt, score, maxScore } }: { attempt: PastAttempt }) {
  const t = useTranslations('progress')
  const { points } = useFigures()
  if (mode === 'recite') return <span className="shrink-0 text-deed text-small">{t('read')}</span>
  if (finishedAt === null || score === null || maxScore === null)
    return <span className="shrink-0 text-deed text-small">{t('goOn')}</span>
  const words = { score: points(score), maxScore: points(maxScore) }
  return (
    <span className="shrink-0">
      <span className="sr-only">{t('scoreSpoken', words)}</span>
      <span aria-hidden="true" className="text-seal-text">
        <span className="font-semibold font-song text-heading">{words.score}</span>
        <span className="text-small">/{words.maxScore}</span>
      </span>
    </span>
  )
}
