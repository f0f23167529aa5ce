import type { ReactNode } from 'react'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'

type AccountPageProps = { locale: string; path: string; title?: string; children: ReactNode }

/** A narrow sheet with one form on it. */
export function AccountPage({ locale, path, title, children }: AccountPageProps) {
  return (
    <PageFrame locale={locale} path={path}>
      <Words spaces={['account', 'form']}>
        <div className="mx-auto w-full max-w-[26rem] pt-6 pb-16 md:pt-16">
          {title && <h1 className="pb-6 font-song text-heading md:text-title">{title}</h1>}
          {children}
        </div>
      </Words>
    </PageFrame>
  )
}
