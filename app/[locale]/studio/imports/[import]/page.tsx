import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Preview } from '@/components/import-preview/preview'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { inTree } from '@/components/subjects/queries'
import { listChapters, listExams } from '@/domain/exams/queries'
import { importParamsSchema } from '@/domain/imports/input'
import { viewImport } from '@/domain/imports/queries'
import { caresFor, reaches } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { Refusal } from '@/lib/errors'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('imports')

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

export default staffPage<'import'>(
  { role: 'editor', path: (params) => `/studio/imports/${params.import}` },
  async ({ user, locale, path, params: { import: id } }) => {
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
  },
)
