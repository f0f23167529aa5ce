import type { ReactNode } from 'react'

type PartProps = { id: string; title: string; note?: ReactNode; children: ReactNode }

/** One question that the page answers. */
export function Part({ id, title, note, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="pt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-3">
        <h2 id={id} className="scroll-mt-4 font-semibold">
          {title}
        </h2>
        {note && <p className="text-ink-3 text-meta">{note}</p>}
      </div>
      {children}
    </section>
  )
}

/** What opens below a picture: side by side until it is open. */
export const Behind = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-x-6 pt-1">{children}</div>
)

/** How a figure comes about, for those who ask. */
export function HowCounted({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="open:basis-full text-ink-2 text-meta print:[&::details-content]:[content-visibility:visible]">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center text-deed [&::-webkit-details-marker]:hidden">
        {title}
      </summary>
      <div className="prose pb-3">{children}</div>
    </details>
  )
}
