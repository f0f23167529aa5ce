import { useQuery } from '@tanstack/react-query'
import { fetchItems } from '@/components/imports/queries'
import type { FindingCode } from '@/domain/formats/findings'
import type { ImportView } from '@/domain/imports/output'

/** Which words of a file mean nothing here yet, by what they are of. */
export type UnknownValues = { chapter: string[]; subject: string[]; difficulty: string[] }

const codes = { chapter: 'CHAPTER_UNKNOWN', subject: 'SUBJECT_UNKNOWN', difficulty: 'DIFFICULTY_UNKNOWN' } as const
/** A file that has more names than so many pages tell is mapped in more than one go. */
const mostPages = 12

async function valuesWith(id: string, code: FindingCode): Promise<string[]> {
  const found = new Set<string>()
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await fetchItems(id, { finding: code, worst: null, action: null, type: null }, cursor)
    for (const finding of items.flatMap((item) => item.findings))
      if (finding.code === code && finding.params.seen) found.add(String(finding.params.seen))
    cursor = nextCursor
    if (cursor === null) break
  }
  return [...found]
}

export function useUnknownValues({ id, counts, status }: ImportView) {
  const wanted = (name: keyof UnknownValues) => (counts.byFinding[codes[name]] ?? 0) > 0
  return useQuery({
    queryKey: ['import-values', id, status, counts.byFinding],
    enabled: status === 'ready',
    queryFn: async (): Promise<UnknownValues> => ({
      chapter: wanted('chapter') ? await valuesWith(id, codes.chapter) : [],
      subject: wanted('subject') ? await valuesWith(id, codes.subject) : [],
      difficulty: wanted('difficulty') ? await valuesWith(id, codes.difficulty) : [],
    }),
  })
}

/** The codes of types that a table uses, as the finding of the file tells them. */
export const typeCodesIn = ({ findings, mapping }: ImportView): string[] => {
  const asked = findings
    .filter(({ code }) => code === 'TYPE_CODES_ASK')
    .flatMap(({ params }) => String(params.seen ?? '').split(/[\s,，、;；]+/))
  return [...new Set([...asked, ...Object.keys(mapping.values?.type ?? {})])].filter(Boolean)
}
