import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { cache } from 'react'
import { examCards } from '@/components/exams/levels'
import { ResourcePage } from '@/components/resources/page/resource-page'
import { isWeChat } from '@/components/resources/scope'
import { WeChatHint } from '@/components/resources/wechat-hint'
import { hrefIn } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'
import { resourceParams } from '@/domain/resources/input'
import type { ResourceView } from '@/domain/resources/output'
import { getResource } from '@/domain/resources/queries'
import { listExamFiles } from '@/lib/content'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'

type Props = { params: Promise<{ locale: string; resource: string }> }

export const dynamic = 'force-dynamic'

/** Asked for by the page and by its head, read once. */
const resourceOf = cache(async (id: string): Promise<ResourceView> => {
  const named = resourceParams.safeParse({ resource: id })
  if (!named.success) notFound()
  return getResource(id).catch((error) => {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  })
})

/** The papers that a resource is about, with the level of each. */
const subjectsOf = (slugs: readonly string[], locale: string) =>
  examCards(listExamFiles(), locale)
    .flatMap((exam) => exam.levels)
    .flatMap((level) => level.subjects.map((subject) => ({ level, subject })))
    .filter(({ subject }) => slugs.includes(subject.slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, resource: id } = await params
  const { title, summary } = await resourceOf(id)
  const t = await getTranslations({ locale, namespace: 'site' })
  return pageMetadata({ locale, path: `/resources/${id}`, siteName: t('name'), title, description: summary })
}

export default async function Page({ params }: Props) {
  const { locale, resource: id } = await params
  setRequestLocale(locale)
  const resource = await resourceOf(id)
  const path = `/resources/${id}`
  const wechat = isWeChat((await headers()).get('user-agent'))
  return (
    <PageFrame locale={locale} path={path} place="resources">
      <ResourcePage
        resource={resource}
        related={subjectsOf(resource.subjects, locale)}
        locale={locale}
        instead={
          wechat && <WeChatHint address={new URL(hrefIn(locale, path), env().PUBLIC_URL).href} resource={resource.id} />
        }
      />
    </PageFrame>
  )
}
