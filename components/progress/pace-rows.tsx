import { useTranslations } from 'next-intl'
import { PaceBar } from '@/components/charts/pace-bar'
import { TableDetails } from '@/components/charts/table-details'
import type { LevelCard } from '@/components/exams/levels'
import type { LevelProgress, Pace } from '@/domain/progress/view'
import { Behind, HowCounted, Part } from './part'
import { useFigures } from './words'

type PaperPace = Pace & { paper: string }

/** Time for one question against what the exam leaves for it, by type. */
export function PaceRows({ progress, card }: { progress: LevelProgress; card: LevelCard }) {
  const t = useTranslations('progress')
  const type = useTranslations('progress.types')
  const { time } = useFigures()
  const rows = progress.subjects.flatMap(({ subject, pace }): PaperPace[] => {
    const paper = card.subjects.find((one) => one.slug === subject)?.shortTitle ?? ''
    return pace.map((one) => ({ ...one, paper }))
  })
  if (rows.length === 0) return null
  return (
    <Part id={`pace-${progress.level}`} title={t('pace')} note={t('paceNote')}>
      <ul className="border-rule border-t">
        {rows.map((row) => (
          <PaceRow key={`${row.paper}/${row.type}`} row={row} />
        ))}
      </ul>
      <Behind>
        <HowCounted title={t('howCounted')}>
          <p>{t('paceRule')}</p>
        </HowCounted>
        <TableDetails
          caption={t('pace')}
          heads={[t('typeHead'), t('answers'), t('paceHead'), t('examPace')]}
          rows={rows.map((row) => [
            `${row.paper} ${type(row.type)}`,
            row.n,
            row.seconds === null ? t('tooFew') : time(row.seconds),
            time(row.paceSeconds),
          ])}
        />
      </Behind>
    </Part>
  )
}

function PaceRow({ row: { paper, type, seconds, paceSeconds } }: { row: PaperPace }) {
  const t = useTranslations('progress')
  const types = useTranslations('progress.types')
  const { time } = useFigures()
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-rule border-b py-2.5 text-small">
      <span>
        {paper} <span className="text-ink-2">{types(type)}</span>
      </span>
      <span className="text-end">
        {seconds === null ? (
          <span className="text-ink-3 text-meta">{t('tooFew')}</span>
        ) : (
          <span className="font-semibold">{time(seconds)}</span>
        )}
        <span className="text-ink-3 text-meta">{t('paceOf', { time: time(paceSeconds) })}</span>
      </span>
      <span className="col-span-2">
        <PaceBar seconds={seconds} pace={paceSeconds} />
      </span>
    </li>
  )
}
