import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import type { GoalExam } from '@/components/settings/goals'
import { SettingsPage } from '@/components/settings/settings-page'
import { PageFrame } from '@/components/shell/page-frame'
import { Words } from '@/components/shell/words'
import { nextSitting } from '@/domain/exams/lookup'
import { dayIn } from '@/domain/exams/zone'
import { findToMerge } from '@/domain/merges/queries'
import { getMe } from '@/domain/users/me-queries'
import { listExamFiles } from '@/lib/content'
import { findGuestOf, findUser } from '@/lib/session'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'settings' })
  return { title: t('title'), robots: { index: false } }
}

/** The sittings one may aim at: the next one, and the two years after it. */
const yearsAhead = 3

function goalExams(locale: string, now: Date): GoalExam[] {
  const files = listExamFiles()
  return examCards(files, locale).map((card, index): GoalExam => {
    const file = files[index]
    const first = file ? nextSitting(file, dayIn(file.timeZone, now)).year : now.getUTCFullYear()
    return {
      slug: card.slug,
      title: card.title,
      levels: card.levels.map(({ id, title, name, subjects }) => ({
        id,
        title,
        name,
        subjects: subjects.map(({ slug, shortTitle }) => ({ slug, title: shortTitle })),
      })),
      years: Array.from({ length: yearsAhead }, (_, ahead) => first + ahead),
    }
  })
}

export default async function Settings({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const from = await headers()
  const user = await findUser(from)
  const toMerge = user?.kind === 'member' ? await findToMerge(user, await findGuestOf(from)) : null
  const now = new Date()
  return (
    <PageFrame locale={locale} path="/settings">
      <Words spaces={['settings', 'account', 'form', 'staff']}>
        <SettingsPage initial={await getMe(user, toMerge)} exams={goalExams(locale, now)} year={now.getFullYear()} />
      </Words>
    </PageFrame>
  )
}
