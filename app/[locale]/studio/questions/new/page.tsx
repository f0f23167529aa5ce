import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { NewQuestion } from '@/components/bank/workbench/new-question'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Words } from '@/components/shell/words'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { caresFor } from '@/domain/users/permissions'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export const dynamic = 'force-dynamic'
const path = '/studio/questions/new'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'bank' })
  return { title: t('new'), robots: { index: false, follow: false } }
}

export default async function NewQuestionPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { user } = standing
  const titles = subjectTitles(examCards(await listExams(), locale))
  const { subject = '' } = chosenIn(await searchParams)
  if (titles[subject] === undefined || !caresFor(user, subject)) notFound()
  const chapters = await listChapterNodes(await getSubject(subject), new Date())
  const t = await getTranslations('bank')
  return (
    <StaffFrame locale={locale} role={user.role} place="bank" path={path} title={`${t('new')} · ${titles[subject]}`}>
      <Words spaces={['bank', 'question']}>
        <NewQuestion subject={subject} chapters={chapters} />
      </Words>
    </StaffFrame>
  )
}
