import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { examCards } from '@/components/exams/levels'
import { Library } from '@/components/resources/list/library'
import { filterNames, isWeChat, levelNamed, listPath, slugOf } from '@/components/resources/scope'
import { WeChatHint } from '@/components/resources/wechat-hint'
import { hrefIn } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { pageMetadata } from '@/components/shell/page-metadata'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { findChoices } from '@/domain/progress/overview-queries'
import { resourceKinds, resourceQuerySchema } from '@/domain/resources/input'
import { listResources } from '@/domain/resources/queries'
import { listExamFiles } from '@/lib/content'
import { env } from '@/lib/env'
import { findUser } from '@/lib/session'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

// The layout above knows all its locales at build time; what there is to download changes any day.
export const dynamic = 'force-dynamic'

async function askedIn(searchParams: Props['searchParams']) {
  const chosen = chosenIn(await searchParams)
  const asked = resourceQuerySchema.safeParse(Object.fromEntries(filterNames.map((name) => [name, chosen[name]])))
  if (!asked.success) notFound()
  return asked.data
}

/** The level that the address names, else that of the person's goal, else the first. */
async function levelFor(slug: string | undefined, locale: string) {
  const exams = examCards(listExamFiles(), locale)
  if (slug) return levelNamed(exams, slug) ?? notFound()
  const user = await findUser(await headers())
  const { goal } = await findChoices(user?.id ?? null)
  return (goal && levelNamed(exams, slugOf({ id: goal.level }))) ?? exams[0]?.levels[0] ?? notFound()
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale })
  const { level: slug } = await askedIn(searchParams)
  const level = slug ? levelNamed(examCards(listExamFiles(), locale), slug) : undefined
  const words = { level: level?.title ?? '' }
  return pageMetadata({
    locale,
    path: listPath(level ? { level: slug } : {}),
    siteName: t('site.name'),
    title: t(level ? 'resources.metaTitleOf' : 'resources.metaTitle', words),
    description: t('resources.description', words),
  })
}

export default async function ResourcesPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const asked = await askedIn(searchParams)
  const level = await levelFor(asked.level, locale)
  const levels = examCards(listExamFiles(), locale).flatMap((exam) => exam.levels)
  const query = { ...asked, level: slugOf(level) }
  const path = listPath(query)
  const wechat = isWeChat((await headers()).get('user-agent'))
  return (
    <PageFrame locale={locale} path={path} place="resources">
      <Library
        {...{ locale, levels, level, query }}
        list={await listResources(level.exam, query)}
        kinds={resourceKinds}
        instead={wechat && <WeChatHint address={new URL(hrefIn(locale, path), env().PUBLIC_URL).href} />}
      />
    </PageFrame>
  )
}
