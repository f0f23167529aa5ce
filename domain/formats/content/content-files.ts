import { z } from 'zod'
import {
  contentSchema,
  lawSource,
  type MarkingPoint,
  type QuestionContent,
  sourceSchema,
  text,
} from '@/domain/questions/input'
import { type Fault, faultsOf, parseWith, readYaml } from './yaml'

/** The project's own format: one YAML file per subject and chapter. docs/content.md describes it for its writers. */
const sources = z.array(sourceSchema).min(1)
const id = text(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens')
const shared = {
  id,
  difficulty: z.int().min(1).max(5),
  topics: z.array(text(60).min(1)).min(1),
  explanation: text(10_000).default(''),
  source: sources,
  checkedOn: z.iso.date(),
  review: z.literal('needed').optional(),
}
const optionsSchema = z.record(
  z.string().regex(/^[A-H]$/, 'options are called A to H'),
  z.strictObject({ text: text(1000).min(1), explanation: text(2000).min(2) }),
)

const questionSchema = z.strictObject({
  ...shared,
  type: z.enum(['single', 'multiple', 'true-false', 'fill', 'numeric']),
  stem: text(10_000).min(2),
  options: optionsSchema.optional(),
  key: z.unknown(),
})
const taskSchema = z.strictObject({
  ...shared,
  section: text(40),
  title: text(200).min(2),
  material: text(20_000).min(2),
  questions: z
    .array(
      z.strictObject({
        id,
        stem: text(10_000).min(2),
        modelAnswer: text(20_000).min(2),
        markingPoints: z
          .array(z.strictObject({ id: text(20).min(1), text: text(1000).min(1), points: z.number().positive() }))
          .min(1),
      }),
    )
    .min(1),
})
const fileSchema = z.strictObject({
  subject: text(100),
  chapter: text(100),
  questions: z.array(questionSchema).default([]),
  tasks: z.array(taskSchema).default([]),
})

export const lawsSchema = z.strictObject({
  laws: z.array(
    z.strictObject({
      law: text(100),
      title: text(200),
      edition: z.iso.date(),
      effectiveOn: z.iso.date().nullable(),
      endsOn: z.iso.date().nullable().default(null),
      issuer: text(100).optional(),
      basis: text(300).optional(),
      certainty: z.enum(['official', 'secondary', 'unverified']).optional(),
    }),
  ),
})
export type LawEntry = z.infer<typeof lawsSchema>['laws'][number]

/** A question as a file gives it, with the place it came from. */
export type FileQuestion = {
  id: string
  subject: string
  chapter: string
  /** Section of the paper; null when the type alone tells it. */
  section: string | null
  group: { id: string; index: number; of: number } | null
  reviewNeeded: boolean
  content: QuestionContent
  file: string
  line: number
}

type Task = z.infer<typeof taskSchema>
type Common = Pick<Task, 'difficulty' | 'topics' | 'explanation' | 'source' | 'checkedOn'>

const common = ({ difficulty, topics, explanation, source, checkedOn }: Common) => ({
  difficulty,
  topics,
  explanation,
  sources: source,
  checkedOn,
})

function fromTask(task: Task) {
  return task.questions.map((question, index) => ({
    id: question.id,
    section: task.section,
    group: { id: task.id, index: index + 1, of: task.questions.length },
    reviewNeeded: task.review === 'needed',
    content: {
      type: 'essay' as const,
      ...common(task),
      stem: question.stem,
      modelAnswer: question.modelAnswer,
      markingPoints: question.markingPoints satisfies MarkingPoint[],
      material: { id: task.id, title: task.title, text: task.material },
    },
  }))
}

function fromQuestion(question: z.infer<typeof questionSchema>) {
  const options = Object.entries(question.options ?? {}).map(([letter, option]) => ({ id: letter, ...option }))
  const { type, stem, key } = question
  return {
    id: question.id,
    section: null,
    group: null,
    reviewNeeded: question.review === 'needed',
    content: { type, ...common(question), stem, key, ...(options.length > 0 && { options }) } as unknown,
  }
}

/** Reads one file of questions. Everything wrong comes back as faults with line numbers; nothing is guessed. */
export function readQuestionFile(file: string, source: string): { questions: FileQuestion[]; faults: Fault[] } {
  const yaml = readYaml(file, source)
  const { value, faults } = parseWith(fileSchema, yaml)
  if (!value) return { questions: [], faults }
  const found: FileQuestion[] = []
  const take = (path: PropertyKey[], one: ReturnType<typeof fromQuestion> | ReturnType<typeof fromTask>[number]) => {
    const content = contentSchema.safeParse(one.content)
    if (!content.success) faults.push(...faultsOf(yaml, content.error.issues, path, one.id))
    else
      found.push({
        ...one,
        content: content.data,
        subject: value.subject,
        chapter: value.chapter,
        file,
        line: yaml.lineOf(path),
      })
  }
  for (const [index, question] of value.questions.entries()) take(['questions', index], fromQuestion(question))
  for (const [index, task] of value.tasks.entries())
    for (const [child, one] of fromTask(task).entries()) take(['tasks', index, 'questions', child], one)
  return { questions: found, faults }
}

/** Adds to each cited law the day on which its edition came into force. A law missing from the register is a fault. */
export function resolveLaws(questions: FileQuestion[], laws: LawEntry[]): Fault[] {
  const faults: Fault[] = []
  const known = new Map(laws.map((entry) => [`${entry.law}/${entry.edition}`, entry]))
  for (const question of questions)
    for (const source of question.content.sources) {
      const cited = lawSource.safeParse(source)
      if (!cited.success || !('law' in source)) continue
      const entry = known.get(`${source.law}/${source.edition}`)
      if (!entry)
        faults.push({
          file: question.file,
          line: question.line,
          message: `${question.id}: 《${source.law}》 ${source.edition} is not in laws.yaml`,
        })
      else if (entry.effectiveOn) source.effectiveOn = entry.effectiveOn
    }
  return faults
}
