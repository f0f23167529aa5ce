import { useTranslations } from 'next-intl'
import type { CalendarItem } from '@/domain/events/output'
import { useEventWords } from './event-words'

type TimetableProps = {
  year: number
  items: readonly CalendarItem[]
  /** The year before, for what nobody has announced yet. */
  before?: readonly CalendarItem[] | undefined
  /** The province's name. */
  province: string
}

/** A year's events in their order: when, how far, and whose word that is. */
export function Timetable({ year, items, before = [], province }: TimetableProps) {
  return (
    <ul className="border-rule border-t">
      {items.map((item) => (
        <Row
          key={item.kind}
          {...{ year, item, province }}
          before={before.find((one) => one.kind === item.kind)?.event ?? null}
        />
      ))}
    </ul>
  )
}

type RowProps = { year: number; item: CalendarItem; province: string; before: CalendarItem['event'] }

function Row({ year, item: { kind, scope, event, countdown }, province, before }: RowProps) {
  const t = useTranslations('events')
  const names = useTranslations('eventNames')
  const words = useEventWords()
  const status = event?.status ?? 'unannounced'
  const when = event && words.when(event, year)
  const far = words.countdown(countdown)
  const last = when === null && status === 'unannounced' && before ? words.when(before, year - 1) : null
  const { source, certainty } = words.grounds(event)
  return (
    <li className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-rule border-b py-3 md:grid-cols-[8rem_minmax(0,1fr)_auto]">
      <h3 className="font-semibold text-small">{names(kind)}</h3>
      <p className={`flex flex-wrap gap-x-3 text-small ${when ? '' : 'text-ink-2'}`}>
        <span>{when ?? t(status === 'held' ? 'dayUnknown' : `status.${status}`)}</span>
        {far && <strong className="font-semibold">{far}</strong>}
      </p>
      <p className="col-start-2 text-ink-3 text-meta md:col-start-3 md:text-end md:leading-6">
        {scope !== 'none' && status !== 'unannounced' && (
          <>
            {when && t(`status.${status}`) + t('dot')}
            {scope === 'province' ? t('ofProvince', { province }) : t('ofNation')}
          </>
        )}
      </p>
      {(last || event?.note || certainty) && (
        <div className="col-start-2 grid gap-1 text-ink-3 text-meta md:col-end-4">
          {last && <p>{t('lastYear', { when: last })}</p>}
          {event?.note && <p lang="zh-CN">{event.note}</p>}
          {certainty && (
            <p>
              {source && <span lang="zh-CN">{source + t('dot')}</span>}
              {certainty}
            </p>
          )}
        </div>
      )}
    </li>
  )
}
