import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Workbench } from '@/components/bank/workbench/workbench'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Words } from '@/components/shell/words'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { viewQuestion } from '@/domain/question-desk/queries'
import { deskOf, standingOf } from '@/lib/auth/staff'
import { Refusal } from '@/lib/errors'

type Props = { params: Promise<{ locale: string; question: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'bank' })
  return { title: t('one'), robots: { index: false, follow: false } }
}

export default async function QuestionPage({ params }: Props) {
  const { locale, question: id } = await params
  setRequestLocale(locale)
  const path = `/studio/questions/${id}`
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { user } = standing
  const question = await viewQuestion(deskOf(user), decodeURIComponent(id)).catch(notFoundIfRefused)
  const exams = await listExams()
  const titles = subjectTitles(examCards(exams, locale))
  const chapters = await listChapterNodes(await getSubject(question.subject), new Date())
  const t = await getTranslations('bank')
  return (
    <StaffFrame locale={locale} role={user.role} place="bank" path={path} title={t('one')}>
      <Words spaces={['bank', 'question']}>
        <Workbench
          initial={question}
          chapters={chapters}
          subject={titles[question.subject] ?? question.subject}
          zone={exams[0]?.timeZone ?? 'UTC'}
        />
      </Words>
    </StaffFrame>
  )
}

/** Somebody else's subject looks like one that does not exist. */
function notFoundIfRefused(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not-found') notFound()
  throw error
}
