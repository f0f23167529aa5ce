import type { ReactNode } from 'react'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'

type Props = { locale: string; path: string; title: string; children: ReactNode }

/** A narrow sheet with one form, or one answer, on it. */
export const ReminderPage = ({ locale, path, title, children }: Props) => (
  <PageFrame locale={locale} path={path} place="resources">
    <Words spaces={['form', 'reminders', 'eventNames']}>
      <div className="mx-auto w-full max-w-[26rem] pt-6 pb-16 md:pt-16">
        <h1 className="pb-6 font-song text-heading md:text-title">{title}</h1>
        {children}
      </div>
    </Words>
  </PageFrame>
)
