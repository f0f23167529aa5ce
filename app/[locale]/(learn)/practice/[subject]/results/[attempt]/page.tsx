import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { cache } from 'react'
import { examCards, subjectCard } from '@/components/exams/levels'
import { ResultView } from '@/components/result/result-view'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { attemptId } from '@/domain/attempts/input'
import { getAttemptState } from '@/domain/attempts/queries'
import { getSubject, todayOf } from '@/domain/exams/queries'
import { listExamFiles } from '@/lib/content'
import { Refusal } from '@/lib/errors'
import { findUser } from '@/lib/session'

type Props = { params: Promise<{ locale: string; subject: string; attempt: string }> }

// The layout above knows all its locales at build time; this page knows none of its attempts.
export const dynamic = 'force-dynamic'

/** One's own attempt; anybody else's, like one that never was, is not found. */
const findAttempt = cache(async (id: string) => {
  const user = await findUser(await headers())
  const parsed = attemptId.safeParse(id)
  if (!user || !parsed.success) return null
  try {
    return await getAttemptState(user.id, parsed.data)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
})

function titleOf(slug: string, locale: string): string {
  const { level, subject } = subjectCard(examCards(listExamFiles(), locale), slug)
  return `${level.title} ${subject.shortTitle}`
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, attempt } = await params
  const t = await getTranslations({ locale, namespace: 'result' })
  const state = await findAttempt(attempt)
  const robots = { index: false, follow: false }
  return { robots, ...(state && { title: t('metaTitle', { subject: titleOf(state.subject, locale) }) }) }
}

export default async function ResultPage({ params }: Props) {
  const { locale, subject, attempt } = await params
  setRequestLocale(locale)
  const state = await findAttempt(attempt)
  if (state?.subject !== subject) notFound()
  const { exam } = await getSubject(subject)
  const { today } = todayOf(exam, new Date())
  return (
    <PageFrame locale={locale} path={`/practice/${subject}/results/${state.id}`}>
      <Words spaces={['result', 'question', 'drill']}>
        <div className="mx-auto w-full max-w-[42rem]">
          <ResultView initial={state} subject={titleOf(subject, locale)} today={today} />
        </div>
      </Words>
    </PageFrame>
  )
}
