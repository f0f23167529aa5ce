import Link from 'next/link'
import { hrefIn } from '@/components/shell/locales'

type SubjectHeadProps = { subject: string; name: string; locale: string; title: string }

/** The head of a page that belongs to a subject, with the way back to it. */
export function SubjectHead({ subject, name, locale, title }: SubjectHeadProps) {
  return (
    <header className="pt-4 lg:pt-8">
      <Link
        href={hrefIn(locale, `/practice/${subject}`)}
        className="inline-flex min-h-11 items-center text-deed text-small"
      >
        {name}
      </Link>
      <h1 className="font-song text-heading md:text-title">{title}</h1>
    </header>
  )
}
