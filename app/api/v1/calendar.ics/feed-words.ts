import type { FeedWords } from '@/domain/events/feed'
import type { ExamDefinition } from '@/domain/exams/definition'
import { provinceName } from '@/domain/regions/provinces'
import { Refusal } from '@/lib/errors'
import zh from '@/messages/zh-CN.json'

type Asked = { region: string; level?: string }

const inChinese = (texts: Record<string, string>) => texts['zh-CN'] ?? Object.values(texts)[0] ?? ''
const fill = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** The words of the feed: in Chinese, as the announcements are. @throws Refusal `not-found` for an unknown level */
export function feedWords(exam: ExamDefinition, { region, level: slug }: Asked): FeedWords {
  const { status, feed } = zh.events
  const level = exam.levels.find((one) => one.slug === slug)
  if (slug !== undefined && !level) throw new Refusal('not-found', { detail: `no level ${slug}` })
  const title = level && inChinese(level.title)
  const papers = exam.subjects.filter((one) => one.level === slug).map((one) => inChinese(one.title))
  const place = region === '' ? feed.national : provinceName(region, 'zh-CN')
  return {
    name: [fill(feed.name, { exam: inChinese(exam.title) }), place, title].filter(Boolean).join('·'),
    exam: inChinese(exam.title),
    papers: title ? fill(feed.papers, { level: title, papers: papers.join('、') }) : '',
    ...{ kind: zh.eventNames, status, unverified: feed.unverified, source: feed.source, more: feed.more },
    region: (one) => provinceName(one, 'zh-CN'),
  }
}
