import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { Register } from '@/components/laws/register'
import { Words } from '@/components/shell/words'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { listLaws } from '@/domain/laws/list-queries'
import { reaches } from '@/domain/users/permissions'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'
const path = '/studio/laws'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'laws' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

export default async function LawsPage({ params }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { role } = standing.user
  const exams = (await listExams()).map(({ slug, title }) => [slug, title[locale] ?? title['zh-CN'] ?? slug])
  const t = await getTranslations('laws')
  return (
    <StaffFrame locale={locale} role={role} place="laws" path={path} title={t('title')}>
      <Words spaces={['laws']}>
        <Register
          initial={await listLaws(new Date())}
          exams={Object.fromEntries(exams)}
          canChange={reaches(role, 'reviewer')}
        />
      </Words>
    </StaffFrame>
  )
}
