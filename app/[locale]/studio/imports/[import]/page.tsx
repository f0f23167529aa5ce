import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Preview } from '@/components/import-preview/preview'
import { Words } from '@/components/shell/words'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { inTree } from '@/components/subjects/queries'
import { listChapters, listExams } from '@/domain/exams/queries'
import { importParamsSchema } from '@/domain/imports/input'
import { viewImport } from '@/domain/imports/queries'
import { caresFor, reaches } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { standingOf } from '@/lib/auth/staff'
import { Refusal } from '@/lib/errors'

type Props = { params: Promise<{ locale: string; import: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'imports' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

async function findImport(user: User, id: string) {
  const parsed = importParamsSchema.safeParse({ import: id })
  if (!parsed.success) return null
  try {
    return await viewImport(user, parsed.data.import)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}

/** Of the subject, as a list that shows what lies below what. */
async function chapterChoices(subject: string) {
  const { chapters } = await listChapters(subject, new Date())
  return inTree(chapters).map(({ chapter, depth }) => ({
    key: chapter.key,
    title: `${'　'.repeat(depth)}${chapter.title}`,
  }))
}

export default async function ImportPage({ params }: Props) {
  const { locale, import: id } = await params
  setRequestLocale(locale)
  const path = `/studio/imports/${id}`
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { user } = standing
  const shown = await findImport(user, id)
  if (!shown) notFound()
  const titles = subjectTitles(examCards(await listExams(), locale))
  const own = Object.entries(titles).filter(([slug]) => caresFor(user, slug))
  const t = await getTranslations('imports')
  return (
    <StaffFrame locale={locale} role={user.role} place="imports" path={path} title={shown.fileName || t('pasted')}>
      <Words spaces={['imports', 'findings', 'question', 'book']}>
        <Preview
          initial={shown}
          subject={titles[shown.subject] ?? shown.subject}
          subjects={own.map(([value, label]) => ({ value, label }))}
          chapters={await chapterChoices(shown.subject)}
          isReviewer={reaches(user.role, 'reviewer')}
        />
      </Words>
    </StaffFrame>
  )
}
