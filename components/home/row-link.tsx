import Link from 'next/link'

/** A ruled row that leads elsewhere. */
export function RowLink({ href, text }: { href: string; text: string }) {
  return (
    <li className="border-rule border-b">
      <Link
        href={href}
        prefetch={false}
        className="-mx-4 flex min-h-12 items-center justify-between px-4 text-small active:bg-sunk md:hover:bg-sunk"
      >
        {text}
        <span aria-hidden="true" className="text-ink-3">
          →
        </span>
      </Link>
    </li>
  )
}
