import Link from 'next/link'
import { useLocale } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'

type EmptyProps = { title: string; note: string; action: string; path: string }

/** Nothing is here yet: how it comes here, and what to do now. */
export function Empty({ title, note, action, path }: EmptyProps) {
  const locale = useLocale()
  return (
    <div className="grid justify-items-start gap-3 py-10">
      <h2 className="font-semibold">{title}</h2>
      <p className="text-ink-2 text-small">{note}</p>
      <Link href={hrefIn(locale, path)} className={buttonLook()}>
        {action}
      </Link>
    </div>
  )
}
