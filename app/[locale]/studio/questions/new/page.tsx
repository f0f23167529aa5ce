import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewQuestion } from '@/components/bank/workbench/new-question'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { caresFor } from '@/domain/users/permissions'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('bank', 'new')

export default staffPage({ role: 'editor', path: '/studio/questions/new' }, async ({ user, locale, path, asked }) => {
  const titles = subjectTitles(examCards(await listExams(), locale))
  const { subject = '' } = asked
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
})
