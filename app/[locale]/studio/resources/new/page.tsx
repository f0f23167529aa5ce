import { getTranslations } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import { NewResource } from '@/components/resources-desk/about/new-resource'
import { choicesOf, kindChoices } from '@/components/resources-desk/choices'
import { Words } from '@/components/shell/words'
import { StaffFrame } from '@/components/staff/staff-frame'
import { firstExam } from '@/domain/exams/queries'
import { listDeskResources } from '@/domain/resources/desk/queries'
import { resourceKinds } from '@/domain/resources/input'
import { caresFor } from '@/domain/users/permissions'
import { staffMetadata, staffPage } from '../../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('resourcesDesk', 'new')

export default staffPage({ role: 'editor', path: '/studio/resources/new' }, async ({ user, locale, path }) => {
  const exam = await firstExam()
  const { items } = await listDeskResources(exam.slug)
  const isOwn = (subject: string) => caresFor(user, subject)
  const t = await getTranslations()
  const kinds = kindChoices(resourceKinds, (key) => t(`resources.${key}`))
  return (
    <StaffFrame locale={locale} role={user.role} place="resources" path={path} title={t('resourcesDesk.new')}>
      <Words spaces={['resourcesDesk']}>
        <NewResource choices={choicesOf(examCards([exam], locale), kinds, isOwn)} taken={items.map(({ id }) => id)} />
      </Words>
    </StaffFrame>
  )
})
