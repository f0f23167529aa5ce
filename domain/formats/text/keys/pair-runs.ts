/**
 * Which keys of a block at the end belong to which questions: by section and number, never by position. In order when
 * there are as many sections here as there, and no types clash; by number when none is given twice; else by the titles.
 * Where none of it holds, nothing is paired, and every question waits. Example: 单选 1–20 and 多选 1–10 above, 单选 1–20 and
 * 多选 1–10 below → two pairs; 1–30 above and below → one by one.
 */
import type { Parsed, Run } from '../outline/parsed'
import type { KeyEntry, KeyRun } from './tail-keys'

export type Pair = { name: string; questions: Parsed[]; entries: KeyEntry[]; misread: string[] }

const nameOf = ({ title, chapter }: { title: string; chapter: string | null }) =>
  [chapter, title].filter((part) => part).join(' / ')

const isUnique = (numbers: readonly (number | string | null)[]) => new Set(numbers).size === numbers.length

const pairOf = (run: Run, keys: KeyRun | undefined): Pair => ({
  name: nameOf(run),
  questions: run.questions,
  entries: keys?.entries ?? [],
  misread: keys?.misread ?? [],
})

function inOrder(runs: readonly Run[], keyRuns: readonly KeyRun[]): Pair[] | null {
  if (runs.length !== keyRuns.length) return null
  const clash = runs.some((run, at) => run.type && keyRuns[at]?.type && run.type !== keyRuns[at]?.type)
  return clash ? null : runs.map((run, at) => pairOf(run, keyRuns[at]))
}

/** A key whose number no question has goes to the section before it, which then has one too many. */
function byNumber(runs: readonly Run[], keyRuns: readonly KeyRun[]): Pair[] | null {
  const entries = keyRuns.flatMap((one) => one.entries)
  const numbers = runs.flatMap((run) => run.questions.map((one) => one.number))
  if (!isUnique(numbers) || numbers.includes(null) || !isUnique(entries.map((one) => one.n))) return null
  const pairs = runs.map((run) => ({ ...pairOf(run, undefined), misread: keyRuns.flatMap((one) => one.misread) }))
  const home = new Map(runs.flatMap((run, at) => run.questions.map((one) => [one.number, pairs[at]] as const)))
  let latest = pairs[0]
  for (const entry of [...entries].sort((a, b) => a.n - b.n)) {
    latest = home.get(entry.n) ?? latest
    latest?.entries.push(entry)
  }
  return pairs
}

const plain = (text: string | null) =>
  (text ?? '').replace(/[（(].*$|参考|正确|标准|答案|解析|与|及|[^\p{L}\p{N}]/gu, '')
const identities: ((run: { chapter: string | null; title: string; type: string | null }) => string)[] = [
  ({ chapter, title, type }) => `${plain(chapter)}|${type ?? plain(title)}`,
  ({ type, title }) => type ?? plain(title),
]

function byTitle(runs: readonly Run[], keyRuns: readonly KeyRun[]): Pair[] | null {
  for (const identity of identities) {
    const known = keyRuns.map(identity)
    const wanted = runs.map(identity)
    if (!isUnique(known) || !isUnique(wanted) || known.some((one) => !wanted.includes(one) || one.endsWith('|')))
      continue
    return runs.map((run, at) => pairOf(run, keyRuns[known.indexOf(wanted[at] ?? '')]))
  }
  return null
}

/** All sections of one chapter together, when the keys are given by chapter and numbered through. */
function byChapter(runs: readonly Run[], keyRuns: readonly KeyRun[]): Pair[] | null {
  const chapters = [...new Set(runs.map((run) => plain(run.chapter)))]
  const known = keyRuns.map((run) => plain(run.chapter))
  if (!isUnique(known) || known.some((one) => one === '' || !chapters.includes(one))) return null
  const pairs = chapters.map((chapter) => {
    const own = runs.filter((run) => plain(run.chapter) === chapter)
    return byNumber(
      own,
      keyRuns.filter((run) => plain(run.chapter) === chapter),
    )
  })
  return pairs.every((one) => one !== null) ? pairs.flat() : null
}

export const pairRuns = (runs: readonly Run[], keyRuns: readonly KeyRun[]): Pair[] | null =>
  inOrder(runs, keyRuns) ?? byNumber(runs, keyRuns) ?? byTitle(runs, keyRuns) ?? byChapter(runs, keyRuns)
