import type { LawReference, Reference, Tip } from '@/domain/resources/input'
import { articleList } from './articles'
import { emsOf } from './columns'
import { arrayTypst, callTypst, contentTypst, textTypst } from './typst'

/** How well a reference is attested, as readers are told. */
const certainties: Record<Reference['certainty'], string> = {
  official: '官方',
  secondary: '多家一致',
  unverified: '单一来源',
}

export type LawGroup = { law: string; edition: string; articles: string[] }

/** Citations by law and edition, each article once, in the order in which they are given. */
export function lawGroups(source: readonly LawReference[]): LawGroup[] {
  const groups = new Map<string, LawGroup>()
  for (const { law, edition, article } of source) {
    const key = `${law} ${edition}`
    const group = groups.get(key) ?? { law, edition, articles: [] }
    if (!group.articles.includes(article)) group.articles.push(article)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** 民法典·总则 → 《民法典》总则: the marks belong to the law, not to its part. */
export function lawTitle(law: string): string {
  const [title, ...parts] = law.split('·')
  return `《${title}》${parts.join('·')}`
}

const content = (text: string) => contentTypst(textTypst(text))
const whereFound = ({ publisher, date }: Reference) => [publisher, date].filter(Boolean).join('，')

/** Half a line of the type of sources, in ems. */
const columnEms = 25

const linesOf = (groups: readonly LawGroup[]) =>
  groups.reduce((sum, { law, articles }) => sum + Math.ceil((emsOf(law + articleList(articles)) + 10) / columnEms), 0)

/** Where the second of two columns begins, so that the first is no shorter, and by one law at the most longer. */
function secondColumn(groups: readonly LawGroup[]): number {
  const half = linesOf(groups) / 2
  return groups.filter((_, at) => linesOf(groups.slice(0, at)) < half).length
}

/** What stands after the text: 依据 (laws), 参考 with their certainty, 待核对. What is empty is left out. */
export function sourcesTypst({ source, references, unsure }: Pick<Tip, 'source' | 'references' | 'unsure'>): string {
  const groups = lawGroups(source)
  const laws = groups.map(({ law, edition, articles }) =>
    arrayTypst([content(lawTitle(law)), content(edition), content(articleList(articles))]),
  )
  const others = references.map((one) =>
    arrayTypst([content(one.title), content(whereFound(one)), content(certainties[one.certainty])]),
  )
  return [
    laws.length > 0 ? callTypst('laws', String(secondColumn(groups)), ...laws) : '',
    others.length > 0 ? callTypst('references', ...others) : '',
    unsure.length > 0 ? callTypst('unsure', ...unsure.map(content)) : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
