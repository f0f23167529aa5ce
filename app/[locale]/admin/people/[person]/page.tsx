import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { PersonPanel } from '@/components/people/person-panel'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { personParams } from '@/domain/people/input'
import { getPerson } from '@/domain/people/queries'
import { Refusal } from '@/lib/errors'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('people')

async function findPerson(id: string) {
  const parsed = personParams.safeParse({ person: id })
  if (!parsed.success) return null
  try {
    return await getPerson(parsed.data.person)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}

export default staffPage<'person'>(
  { role: 'admin', path: ({ person }) => `/admin/people/${person}` },
  async ({ user, locale, path, params: { person: id } }) => {
    const person = await findPerson(id)
    if (!person) notFound()
    const exams = await listExams()
    const titles = subjectTitles(examCards(exams, locale))
    const t = await getTranslations('people')
    const name = person.nickname ?? person.email ?? t('nameless')
    return (
      <StaffFrame locale={locale} role={user.role} place="people" path={path} title={name}>
        <Words spaces={['people']}>
          <PersonPanel
            initial={person}
            subjects={Object.entries(titles).map(([slug, title]) => ({ slug, title }))}
            zone={exams[0]?.timeZone ?? 'UTC'}
            isSelf={person.id === user.id}
          />
        </Words>
      </StaffFrame>
    )
  },
)
