import { useTranslations } from 'next-intl'
import { useEventWords } from '@/components/events/event-words'
import { Chevron } from '@/components/ui/chevron'
import type { CalendarItem } from '@/domain/events/output'
import { EventForm } from './event-form'

type Props = { year: number; region: Parameters<typeof EventForm>[0]['region']; item: CalendarItem }

/** What is known of an event in one line, and below it, once it is opened, the way to say it anew. */
export function EventEntry({ year, region, item: { kind, scope, event } }: Props) {
  const t = useTranslations('eventsDesk')
  const names = useTranslations('eventNames')
  const words = useEventWords()
  const known = scope === (region === '' ? 'national' : 'province') ? event : null
  const inherited = !known && scope === 'national' && event
  return (
    <details className="group border-rule border-b">
      <summary className="flex min-h-14 cursor-pointer list-none flex-wrap items-center gap-x-4 py-2 md:hover:bg-sunk [&::-webkit-details-marker]:hidden">
        <h2 className="w-28 font-semibold">{names(kind)}</h2>
        <span className="text-ink-2 text-small">
          {[
            t(`statuses.${event?.status ?? 'unannounced'}`),
            event && words.when(event, year),
            inherited && t('inherited'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="ml-auto">
          <Chevron />
        </span>
      </summary>
      <EventForm
        // Another year or region is another form.
        key={`${year}/${region}`}
        {...{ year, region, kind, known }}
      />
    </details>
  )
}
