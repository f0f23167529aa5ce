import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import { choicesOf, kindChoices } from '@/components/resources-desk/choices'
import { ResourceDesk } from '@/components/resources-desk/resource-desk'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { firstExam } from '@/domain/exams/queries'
import { dayIn } from '@/domain/exams/zone'
import { getDeskResource } from '@/domain/resources/desk/queries'
import { resourceKinds, resourceParams } from '@/domain/resources/input'
import { caresFor } from '@/domain/users/permissions'
import { Refusal } from '@/lib/errors'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('resourcesDesk', 'one')

export default staffPage<'resource'>(
  { role: 'editor', path: ({ resource }) => `/studio/resources/${resource}` },
  async ({ user, locale, path, params }) => {
    const named = resourceParams.safeParse(params)
    if (!named.success) notFound()
    const exam = await firstExam()
    const resource = await getDeskResource(exam.slug, named.data.resource).catch(notFoundIfRefused)
    const isOwn = (subject: string) => caresFor(user, subject)
    const t = await getTranslations()
    const kinds = kindChoices(resourceKinds, (key) => t(`resources.${key}`))
    return (
      <StaffFrame locale={locale} role={user.role} place="resources" path={path} title={resource.title}>
        <Words spaces={['resourcesDesk', 'resources', 'uploads']}>
          <ResourceDesk
            initial={resource}
            choices={choicesOf(examCards([exam], locale), kinds, isOwn)}
            today={dayIn(exam.timeZone, new Date())}
            canChange={resource.subjects.every(isOwn)}
          />
        </Words>
      </StaffFrame>
    )
  },
)

function notFoundIfRefused(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not-found') notFound()
  throw error
}
