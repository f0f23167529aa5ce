import type { MetadataRoute } from 'next'
import { subjectSlugs } from '@/components/exams/levels'
import { hrefIn, locales } from '@/components/shell/locales'
import { languagesOf } from '@/components/shell/page-metadata'
import { listExamFiles } from '@/lib/content'
import { env } from '@/lib/env'

/** The pages that are the same for everybody, in every language. */
export default function sitemap(): MetadataRoute.Sitemap {
  const subjects = subjectSlugs(listExamFiles()).map((slug) => `/practice/${slug}`)
  const paths = [
    '/',
    '/practice',
    '/privacy',
    ...subjects.flatMap((path) => [path, `${path}/daily`, `${path}/archive`]),
  ]
  const absolute = (path: string) => new URL(path, env().PUBLIC_URL).href
  return paths.flatMap((path) => {
    const languages = Object.fromEntries(Object.entries(languagesOf(path)).map(([to, href]) => [to, absolute(href)]))
    return locales.map((locale) => ({ url: absolute(hrefIn(locale, path)), alternates: { languages } }))
  })
}
