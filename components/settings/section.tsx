import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export const sections = ['account', 'goal', 'practice', 'daily', 'look', 'devices', 'factor', 'tokens', 'data'] as const
export type SectionName = (typeof sections)[number]

/** A part of the page, with its name above it and a place in the list at its side. */
export function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const t = useTranslations('settings.sections')
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="scroll-mt-6 pb-12">
      <h2 id={`${name}-title`} className="border-rule border-b pb-2 font-semibold">
        {t(name)}
      </h2>
      {children}
    </section>
  )
}

/** One setting: what it is at the left, what one can do with it at the right. */
export function Row({ label, note, children }: { label: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-3">
      <div className="min-w-0 flex-1 basis-40 break-words">
        {label}
        {note && <div className="text-ink-3 text-meta">{note}</div>}
      </div>
      {children}
    </div>
  )
}

/** The way to the parts, at the side of wide pages. */
export function SectionList({ shown }: { shown: readonly SectionName[] }) {
  const t = useTranslations('settings')
  return (
    <nav aria-label={t('parts')} className="hidden lg:sticky lg:top-6 lg:block lg:self-start">
      <ul>
        {shown.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="inline-flex min-h-11 items-center text-ink-2 text-small hover:text-ink">
              {t(`sections.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
