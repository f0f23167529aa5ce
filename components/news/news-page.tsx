import type { ReactNode } from 'react'
import { NewsFoot } from './news-foot'

type NewsPageProps = { region: string; questions: number; children: ReactNode }

/** The two columns of all pages of news: what is read, and what follows; on phones one below the other. */
export const NewsPage = ({ children, ...foot }: NewsPageProps) => (
  <div className="flex-1 pb-16 lg:grid lg:grid-cols-12 lg:content-stretch">
    <div className="min-w-0 pt-6 lg:col-span-8 lg:border-rule lg:border-r lg:pt-10 lg:pr-10">{children}</div>
    <div className="pt-10 lg:col-span-4 lg:pl-10">
      <div className="lg:sticky lg:top-6">
        <NewsFoot {...foot} />
      </div>
    </div>
  </div>
)
