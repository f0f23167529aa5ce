import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Workbench } from '@/components/bank/workbench/workbench'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { viewQuestion } from '@/domain/question-desk/queries'
import { deskOf } from '@/lib/auth/staff'
import { Refusal } from '@/lib/errors'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('bank', 'one')

export default staffPage<'question'>(
  { role: 'editor', path: ({ question }) => `/studio/questions/${question}` },
  async ({ user, locale, path, params: { question: id } }) => {
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
  },
)

/** Somebody else's subject looks like one that does not exist. */
function notFoundIfRefused(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not-found') notFound()
  throw error
}
