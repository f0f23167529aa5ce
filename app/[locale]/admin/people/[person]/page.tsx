import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { PersonPanel } from '@/components/people/person-panel'
import { Words } from '@/components/shell/words'
import { ClosedDoor } from '@/components/staff/closed-door'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listExams } from '@/domain/exams/queries'
import { personParams } from '@/domain/people/input'
import { getPerson } from '@/domain/people/queries'
import { standingOf } from '@/lib/auth/staff'
import { Refusal } from '@/lib/errors'

type Props = { params: Promise<{ locale: string; person: string }> }

export const dynamic = 'force-dynamic'

/** Nothing of the person: the page's name is made before it is known who asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'people' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

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

export default async function PersonPage({ params }: Props) {
  const { locale, person: id } = await params
  setRequestLocale(locale)
  const path = `/admin/people/${id}`
  const standing = await standingOf(await headers(), 'admin')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const person = await findPerson(id)
  if (!person) notFound()
  const exams = await listExams()
  const titles = subjectTitles(examCards(exams, locale))
  const t = await getTranslations('people')
  const name = person.nickname ?? person.email ?? t('nameless')
  return (
    <StaffFrame locale={locale} role={standing.user.role} place="people" path={path} title={name}>
      <Words spaces={['people']}>
        <PersonPanel
          initial={person}
          subjects={Object.entries(titles).map(([slug, title]) => ({ slug, title }))}
          zone={exams[0]?.timeZone ?? 'UTC'}
          isSelf={person.id === standing.user.id}
        />
      </Words>
    </StaffFrame>
  )
}
