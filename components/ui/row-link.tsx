import Link from 'next/link'
import type { ComponentProps, ComponentType } from 'react'

type RowLinkProps = {
  href: string
  text: string
  /** Another kind of link. */
  to?: ComponentType<Omit<ComponentProps<typeof Link>, 'href'> & { href: string }>
}

/** A ruled row that leads elsewhere. */
export function RowLink({ href, text, to: To = Link }: RowLinkProps) {
  return (
    <li className="border-rule border-b">
      <To
        href={href}
        prefetch={false}
        className="-mx-4 flex min-h-12 items-center justify-between px-4 text-small active:bg-sunk md:hover:bg-sunk"
      >
        {text}
        <span aria-hidden="true" className="text-ink-3">
          →
        </span>
      </To>
    </li>
  )
}
