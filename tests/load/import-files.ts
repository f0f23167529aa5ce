import { join } from 'node:path'
import { readContent } from '@/bin/commands/content/read-content'
import { writeBank } from '@/domain/formats/write'
import type { Bank, ExportFormat, WrittenQuestion } from '@/domain/formats/writing'

/** Clauses of the starter questions: two questions made of them have as little in common as two of a real bank. */
function clauses(): string[] {
  const { questions } = readContent(join('content', 'exams', 'social-work'))
  const texts = questions.flatMap(({ content }) => [
    content.stem,
    content.explanation,
    ...('options' in content ? content.options.flatMap((option) => [option.text, option.explanation]) : []),
  ])
  const found = texts.flatMap((text) => text.match(/[\p{Script=Han}\d]{6,24}/gu) ?? [])
  return [...new Set(found)]
}

/** A small generator of numbers, so that every run measures the same questions. */
function dice(seed: number) {
  let state = seed >>> 0
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const topics = ['接案', '预估', '计划', '介入', '评估', '结案', '小组工作', '社区工作', '督导', '社会政策']

/** About a kilobyte, as questions with an explanation for each option are. */
function question(index: number, words: readonly string[]): WrittenQuestion {
  const roll = dice(index * 2_654_435_761 + 1)
  const clause = () => words[roll(words.length)] ?? ''
  const multiple = index % 4 === 3
  const options = Array.from({ length: multiple ? 5 : 4 }, (_, at) => ({
    id: String.fromCharCode(65 + at),
    text: `${clause()}，${clause()}`,
    explanation: `${clause()}，${clause()}。`,
  }))
  const shared = {
    stem: `${clause()}，${clause()}，${clause()}。社工在第${index + 1}次走访后，宜（　　）。`,
    explanation: `${clause()}，${clause()}。`,
    sources: [{ bank: '性能测试题库', place: `第${index + 1}题` }],
    topics: [topics[roll(topics.length)] ?? ''],
    difficulty: 1 + roll(5),
    options,
  }
  const first = options[roll(4)]?.id ?? 'A'
  const content = multiple
    ? { type: 'multiple' as const, ...shared, key: [first, 'E'].sort() }
    : { type: 'single' as const, ...shared, key: [first] }
  return { id: `bench-${index}`, chapter: null, group: null, content }
}

/** A file of so many questions that are all different, written by our own writer: ids of ours stand in it where the format has a place. */
export async function importFile(format: ExportFormat, count: number, from = 0): Promise<Uint8Array> {
  const words = clauses()
  const bank: Bank = {
    exam: 'social-work',
    level: 'junior',
    subject: { slug: 'junior-comprehensive', title: '综合能力' },
    questions: Array.from({ length: count }, (_, index) => question(from + index, words)),
    media: new Map(),
  }
  return (await writeBank(format, bank, 'zh-CN')).bytes
}
