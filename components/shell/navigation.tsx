import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LevelLink } from './level-link'
import { hrefIn } from './locales'

const places = [
  { place: 'today', path: '/' },
  { place: 'practice', path: '/practice' },
  { place: 'mistakes', path: '/mistakes' },
  { place: 'resources', path: '/resources' },
  { place: 'progress', path: '/progress' },
] as const
export type Place = (typeof places)[number]['place']
/** Made anew for everybody who asks: not to be asked for on the mere chance. */
const isOwn = (place: Place) => place !== 'today' && place !== 'practice'

type NavigationProps = { locale: string; place: Place | undefined }

/** At the foot of phones, within reach of the thumb. */
export function TabBar({ locale, place }: NavigationProps) {
  const t = useTranslations('nav')
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-10 border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex h-14">
        {places.map((one) => (
          <li key={one.place} className="min-w-0 flex-1">
            <PlaceLink
              to={one}
              locale={locale}
              current={one.place === place}
              className="flex h-full flex-col items-center justify-center text-center text-ink-3 text-meta -outline-offset-2 [overflow-wrap:anywhere] aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              <TabSign place={one.place} current={one.place === place} />
              {t(one.place)}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** From 768 px, quietly in the bar above. */
export function TopNav({ locale, place }: NavigationProps) {
  const t = useTranslations('nav')
  return (
    <nav aria-label={t('label')} className="ml-auto hidden md:block print:hidden">
      <ul className="-mr-3 flex gap-1">
        {places.map((one) => (
          <li key={one.place}>
            <PlaceLink
              to={one}
              locale={locale}
              current={one.place === place}
              className="inline-flex min-h-11 items-center px-3 text-ink-2 text-small underline-offset-8 decoration-2 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline"
            >
              {t(one.place)}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type PlaceLinkProps = {
  to: (typeof places)[number]
  locale: string
  current: boolean
  className: string
  children: ReactNode
}

function PlaceLink({ to, locale, current, className, children }: PlaceLinkProps) {
  // What is sorted by level opens at one's own.
  const To = to.place === 'resources' ? LevelLink : Link
  return (
    <To
      href={hrefIn(locale, to.path)}
      prefetch={isOwn(to.place) ? false : null}
      aria-current={current ? 'page' : undefined}
      className={className}
    >
      {children}
    </To>
  )
}

type Sign = { boxes: string[]; lines: string[]; crosses?: string[] }

/** Drawn of the boxes of the answer card: today's one, rows of all there is, a wrong one, one that takes in, and how they grow. */
const signs: Record<Place, Sign> = {
  today: { boxes: ['M3 6.5H21V17.5H3Z'], lines: [] },
  practice: { boxes: ['M3 4.5H10V10.5H3Z', 'M3 13.5H10V19.5H3Z'], lines: ['M13.5 7.5H21', 'M13.5 16.5H21'] },
  mistakes: { boxes: ['M3 5H21V19H3Z'], lines: [], crosses: ['M8.5 8.5L15.5 15.5', 'M15.5 8.5L8.5 15.5'] },
  resources: { boxes: ['M3 14.5H21V20.5H3Z'], lines: ['M12 3.5V10.5', 'M8.5 7.5L12 11L15.5 7.5'] },
  progress: { boxes: ['M3 14.5H7.5V19.5H3Z', 'M9.75 9.5H14.25V19.5H9.75Z', 'M16.5 4.5H21V19.5H16.5Z'], lines: [] },
}

/** Filled like a pencilled answer where one is. */
function TabSign({ place, current }: { place: Place; current: boolean }) {
  const { boxes, lines, crosses = [] } = signs[place]
  const ink = current ? 'fill-pencil stroke-pencil' : 'fill-transparent stroke-edge'
  const line = current ? 'stroke-pencil' : 'stroke-edge'
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" strokeWidth="1.5" strokeLinejoin="round">
      {boxes.map((path) => (
        <path key={path} d={path} className={ink} />
      ))}
      {lines.map((path) => (
        <path key={path} d={path} className={line} fill="none" />
      ))}
      {crosses.map((path) => (
        <path key={path} d={path} className={current ? 'stroke-paper' : 'stroke-edge'} strokeLinecap="round" />
      ))}
    </svg>
  )
}
