/**
 * What a file calls a subject, a chapter or a difficulty, and what it is here: by the mapping that somebody told, else by
 * name. Names are compared without spaces, punctuation and “第三章”; of two subjects with one name, the level of the
 * import decides. Example: 科目 “综合能力” in an import for the junior level → junior-comprehensive.
 */
import type { ExamDefinition } from '@/domain/exams/definition'
import type { ValueMapping } from '@/domain/formats/reading'

export type ChapterName = { key: string; title: string; aliases?: readonly string[] }

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^第[\d一二三四五六七八九十百]+[章节篇]/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const mapped = <T>(map: Record<string, T> | undefined, name: string): T | undefined =>
  map && Object.hasOwn(map, name) ? map[name] : undefined

/** @returns the slug, null when nothing bears the name. */
export function subjectNamed(exam: ExamDefinition, name: string, near: string, values?: ValueMapping): string | null {
  const told = mapped(values?.subject, name)
  if (told !== undefined) return told
  const wanted = plain(name)
  const level = exam.subjects.find((one) => one.slug === near)?.level
  const bears = exam.subjects.filter(({ slug, title, shortTitle }) =>
    [slug, ...Object.values(title), ...Object.values(shortTitle)].some((one) => plain(one) === wanted),
  )
  return (bears.find((one) => one.level === level) ?? bears[0])?.slug ?? null
}

/** The longest part of a path that is known: “第三章/小组工作” is a chapter, or the section below it. */
export function chapterNamed(chapters: readonly ChapterName[], name: string, values?: ValueMapping): string | null {
  const told = mapped(values?.chapter, name)
  if (told !== undefined) return told
  const wanted = [name, ...name.split(/[/＞>»|\\]/).reverse()].map(plain).filter((one) => one !== '')
  for (const one of wanted) {
    const found = chapters.find(
      ({ key, title, aliases = [] }) => key === name || [title, ...aliases].some((known) => plain(known) === one),
    )
    if (found) return found.key
  }
  return null
}

const difficulties: Record<string, number> = {
  易: 1,
  简单: 1,
  容易: 1,
  easy: 1,
  较易: 2,
  一般: 3,
  中: 3,
  中等: 3,
  medium: 3,
  较难: 4,
  难: 5,
  困难: 5,
  hard: 5,
}

/** @returns 1 to 5, null when the word is not known. A number is a step of five; no share is guessed from. */
export function difficultyNamed(name: string, values?: ValueMapping): number | null {
  const told = mapped(values?.difficulty, name)
  if (told !== undefined) return told
  const word = name.normalize('NFKC').trim().toLowerCase()
  if (/^[1-5]$/.test(word)) return Number(word)
  return (Object.hasOwn(difficulties, word) && difficulties[word]) || null
}
