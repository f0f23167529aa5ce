import type { ExamFiles } from '@/domain/banks/commands'
import { examSchema } from '@/domain/exams/definition'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import type { QuestionContent } from '@/domain/questions/input'

/** A second, tiny exam, as unlike the first as may be: another zone, other sections and rules. Nobody's code knows it. */
export const teaExam = examSchema.parse({
  slug: 'tea-taster',
  title: { en: 'Tea Taster Certificate', 'zh-CN': '评茶员考试' },
  timeZone: 'America/New_York',
  levels: [{ slug: 'leaf', title: { en: 'Leaf' }, name: { en: 'Leaf taster' }, passing: { en: 'One paper' } }],
  papers: [
    {
      id: 'mixed',
      sections: [
        { id: 'choice', type: 'single', count: 20, points: 3, rule: 'all-or-nothing', options: 3 },
        { id: 'several', type: 'multiple', count: 10, points: 4, rule: 'proportional' },
        { id: 'claims', type: 'true-false', count: 5, points: 1, rule: 'all-or-nothing' },
        { id: 'blanks', type: 'fill', count: 5, points: 2, rule: 'proportional' },
        { id: 'numbers', type: 'numeric', count: 5, points: 2, rule: 'all-or-nothing' },
        { id: 'report', type: 'essay', count: 1, points: 10, rule: 'self-marked' },
      ],
      limitSeconds: 3600,
      passMark: 70,
      certainty: 'official',
      daily: {
        sections: [
          { section: 'choice', count: 2 },
          { section: 'several', count: 1 },
          { section: 'claims', count: 1 },
          { section: 'blanks', count: 1 },
          { section: 'numbers', count: 1 },
          { section: 'report', count: 1 },
        ],
        limitSeconds: 300,
      },
    },
  ],
  subjects: [
    { slug: 'green-tea', level: 'leaf', title: { en: 'Green Tea' }, shortTitle: { en: 'Green' }, paper: 'mixed' },
  ],
  sittings: [
    {
      year: 2030,
      status: 'announced',
      startsOn: '2030-05-04',
      endsOn: '2030-05-04',
      lawInForceOn: '2029-12-31',
      syllabus: 'first',
      certainty: 'official',
    },
  ],
  syllabuses: [
    {
      generation: 'first',
      title: { en: 'First syllabus' },
      sittings: {},
      chapters: [
        {
          subjects: ['green-tea'],
          certainty: 'official',
          tree: [
            { key: 'leaves', title: 'Leaves' },
            { key: 'water', title: 'Water' },
          ],
        },
      ],
    },
  ],
})

/** Planted in every field that may not be seen before the answer. */
export const canary = 'CANARY'
const source = { theory: `${canary} theory`, author: `${canary} author`, idea: `${canary} idea` }
const common = { explanation: `${canary} explanation`, sources: [source], topics: [`${canary} topic`], difficulty: 2 }
const option = (id: string) => ({ id, text: `Option ${id}`, explanation: `${canary} why ${id}` })

const contents: Record<string, () => QuestionContent> = {
  choice: () => ({ type: 'single', ...common, stem: 'Which leaf?', options: ['A', 'B', 'C'].map(option), key: ['B'] }),
  several: () => ({
    type: 'multiple',
    ...common,
    stem: 'Which leaves?',
    options: ['A', 'B', 'C', 'D'].map(option),
    key: ['A', 'B'],
  }),
  claims: () => ({
    type: 'true-false',
    ...common,
    stem: 'Tea is a leaf.',
    options: ['A', 'B'].map(option),
    key: ['A'],
  }),
  blanks: () => ({ type: 'fill', ...common, stem: 'Tea and （　）.', key: [[`${canary} water`, 'water']] }),
  numbers: () => ({ type: 'numeric', ...common, stem: 'How hot?', key: { value: 80, tolerance: 5 } }),
  report: () => ({
    type: 'essay',
    ...common,
    stem: 'Describe the cup.',
    modelAnswer: `${canary} model answer`,
    markingPoints: [
      { id: 'p1', text: `${canary} colour`, points: 6 },
      { id: 'p2', text: `${canary} taste`, points: 4 },
    ],
    material: { id: 'tea-case', title: 'The cup', text: 'A pale cup stands on the table.' },
  }),
}

/** `count` questions of a section, ids `<section>-001` and on, chapters in turn. */
export function teaQuestions(section: keyof typeof contents & string, count: number): FileQuestion[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${section}-${String(index + 1).padStart(3, '0')}`
    const content = contents[section]?.()
    if (!content) throw new Error(`no section ${section}`)
    return {
      id,
      subject: 'green-tea',
      chapter: index % 2 === 0 ? 'leaves' : 'water',
      section,
      group: null,
      reviewNeeded: false,
      content: { ...content, stem: `${content.stem} (${id})` },
      file: 'tea.yaml',
      line: index + 1,
    }
  })
}

/** The files of the tea exam: enough of each section for a few days. */
export function teaFiles(choices = 6): ExamFiles {
  const counts = { choice: choices, several: 3, claims: 2, blanks: 2, numbers: 2, report: 2 }
  return {
    exam: teaExam,
    laws: [],
    questions: Object.entries(counts).flatMap(([section, count]) => teaQuestions(section, count)),
  }
}
