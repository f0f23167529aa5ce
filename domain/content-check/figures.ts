import type { ExamDefinition } from '@/domain/exams/definition'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import type { ChoiceContent } from '@/domain/questions/input'
import { type Giveaways, giveawaysOf } from './giveaways'

/** Somebody or some place of whom a stem tells: a name (no 小组, no 老人), an age, 某. Words cannot prove it; readers look too. */
const somebody =
  /小(?![组区学时型于])\p{Script=Han}|老(?![人年师家旧城])\p{Script=Han}|阿\p{Script=Han}|某|\d岁|\p{Script=Han}(女士|先生|阿姨|奶奶|爷爷|婆婆|大爷|大妈|大姐|大叔|叔叔|老师|同学)/u

/** Whether a stem tells a case rather than asking for a definition. */
export const tellsCase = (stem: string) => somebody.test(stem)

/** What can be counted of one subject's questions. */
export type SubjectFigures = {
  subject: string
  /** Published ones by type, a case counted once under its section. */
  counts: Record<string, number>
  /** Questions that wait for a person's confirmation, and are not published. */
  waiting: number
  /** Of the choices: how many tell a case. */
  cases: number
  choices: number
  /** Multiple choices by the number of right options. */
  rights: Record<number, number>
  giveaways: Partial<Record<'single' | 'multiple', Giveaways>>
  /** Chapters of the newest syllabus that have no published question. */
  emptyChapters: string[]
}

const tally = <K extends string | number>(keys: readonly K[]) => {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts as Record<K, number>
}

/** Published questions that candidates choose an answer to. */
export const choicesOf = (questions: readonly FileQuestion[], type: ChoiceContent['type']): ChoiceContent[] =>
  questions.flatMap(({ content, reviewNeeded }) => (content.type === type && !reviewNeeded ? [content] : []))

function chaptersInForce({ sittings, syllabuses }: ExamDefinition, subject: string): string[] {
  const newest = sittings.reduce((last, one) => (one.year > last.year ? one : last))
  const syllabus = syllabuses.find(({ generation }) => generation === newest.syllabus)
  return (syllabus?.chapters ?? [])
    .filter(({ subjects }) => subjects.includes(subject))
    .flatMap(({ tree }) => tree.map(({ key }) => key))
}

export function figuresOf(exam: ExamDefinition, subject: string, questions: readonly FileQuestion[]): SubjectFigures {
  const published = questions.filter((one) => !one.reviewNeeded)
  const leading = published.filter(({ group }) => (group?.index ?? 1) === 1)
  const [single, multiple] = [choicesOf(questions, 'single'), choicesOf(questions, 'multiple')]
  const covered = new Set(published.map(({ chapter }) => chapter))
  return {
    subject,
    counts: tally(leading.map(({ section, content }) => section ?? content.type)),
    waiting: questions.length - published.length,
    cases: [...single, ...multiple].filter(({ stem }) => tellsCase(stem)).length,
    choices: single.length + multiple.length,
    rights: tally(multiple.map(({ key }) => key.length)),
    giveaways: {
      ...(single.length > 0 && { single: giveawaysOf(single) }),
      ...(multiple.length > 0 && { multiple: giveawaysOf(multiple) }),
    },
    emptyChapters: chaptersInForce(exam, subject).filter((key) => !covered.has(key)),
  }
}

const each = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

/** One line for a terminal. */
export function figuresLine({
  subject,
  counts,
  waiting,
  cases,
  choices,
  rights,
  giveaways,
  emptyChapters,
}: SubjectFigures) {
  const spread = Object.entries(giveaways).map(
    ([type, { chiSquared, longer, longest }]) =>
      `${type} χ² ${chiSquared.toFixed(1)}, right ${longer >= 0 ? '+' : '−'}${Math.abs(longer).toFixed(1)} characters, longest ${Math.round(longest * 100)} %`,
  )
  return [
    `${subject}: ${each(counts)}`,
    ...(choices > 0 ? [`${cases} of ${choices} tell a case`, `right options ${each(rights)}`] : []),
    ...spread,
    ...(waiting > 0 ? [`${waiting} wait for review`] : []),
    ...(emptyChapters.length > 0 ? [`empty: ${emptyChapters.join(', ')}`] : []),
  ].join('; ')
}
