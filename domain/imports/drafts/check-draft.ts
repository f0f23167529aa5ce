/**
 * From what a file says to what the bank holds: every fault of a question is told here, once for all formats.
 * A draft with an error becomes no content and waits for a person; a warning lets it pass. See draft-content.ts for keys.
 */
import type { ExamDefinition } from '@/domain/exams/definition'
import { paperOf, sectionOfType, subjectOf } from '@/domain/exams/lookup'
import { type Draft, letterAt } from '@/domain/formats/draft'
import { type Finding, finding, type Place, placeWords } from '@/domain/formats/findings'
import type { ValueMapping } from '@/domain/formats/reading'
import { contentSchema, type QuestionContent } from '@/domain/questions/input'
import type { QuestionType } from '@/domain/questions/types'
import { choiceFindings, isChoice, judged, typeOf } from './draft-content'
import { type ChapterName, chapterNamed, difficultyNamed, subjectNamed } from './draft-names'
import { explanationOffer } from './explanation-offer'

export type DraftContext = {
  exam: ExamDefinition
  /** The subject that was named for the import: a 科目 column overrides it. */
  subject: string
  chapters: (subject: string) => readonly ChapterName[]
  values?: ValueMapping | undefined
  /** The file, or what it calls itself: the source of questions that name none. */
  bank: string
}

export type Checked = {
  content: QuestionContent | null
  subject: string
  chapterKey: string | null
  section: string | null
  findings: Finding[]
}

const middling = 3
/** The one marking point of an essay that has none of its own. */
export const wholeAnswer = '对照参考答案'

function sectionFor(exam: ExamDefinition, subject: string, type: QuestionType) {
  return sectionOfType(paperOf(exam, subjectOf(exam, subject)), type)
}

/** The parts that a type has of its own, and what is wrong with them. */
function ownParts(draft: Draft, type: QuestionType, place: Place): { parts: object; findings: Finding[] } {
  if (isChoice(type)) {
    const turned = type === 'true-false' && draft.options.length === 2 ? judged(draft) : draft
    const options = turned.options.map((option, index) => ({ id: letterAt(index), ...option }))
    const key = [...new Set(turned.choices)].sort()
    return { parts: { options, key }, findings: choiceFindings({ ...draft, ...turned }, type, place) }
  }
  const missing = [finding('KEY_MISSING', place, { type, last: '' })]
  if (type === 'fill') return { parts: { key: draft.blanks }, findings: draft.blanks.length === 0 ? missing : [] }
  if (type === 'numeric') return { parts: { key: draft.numeric }, findings: draft.numeric ? [] : missing }
  const points = draft.markingPoints.map((one, index) => ({ id: `p${index + 1}`, ...one }))
  // Without marking points the whole answer is one: nothing is invented, and it can be marked against the model answer.
  const whole = [{ id: 'p1', text: wholeAnswer, points: draft.points ?? 1 }]
  return {
    parts: { modelAnswer: draft.modelAnswer, markingPoints: points.length > 0 ? points : whole },
    findings: [
      ...(draft.modelAnswer.trim() === '' ? missing : []),
      ...(points.length === 0 ? [finding('MARKING_POINTS_MISSING', place)] : []),
    ],
  }
}

function contentOf(draft: Draft, type: QuestionType, { place, context, difficulty }: Within): unknown {
  const { stem, explanation, topics, sources, checkedOn, points, year, material, group } = draft
  return {
    type,
    stem: stem.trim(),
    explanation,
    sources: sources.length > 0 ? sources : [{ bank: context.bank, place: placeWords(place) }],
    topics,
    difficulty,
    ...(checkedOn && { checkedOn }),
    ...(points !== null && points > 0 && { points }),
    ...(year !== null && { year }),
    ...(material && { material: { id: group?.id ?? 'm', title: material.title, text: material.text } }),
    ...ownParts(draft, type, place).parts,
  }
}

type Within = { place: Place; context: DraftContext; difficulty: number }

/** What the schema refuses although every part is there: texts that are too long, and whatever else. */
function schemaFindings(issues: readonly { code: string; path: PropertyKey[]; message: string }[], place: Place) {
  const at = (path: PropertyKey[]) => path.map(String).join('.')
  return issues.map(({ code, path, message }) =>
    code === 'too_big'
      ? finding('TEXT_TOO_LONG', place, { where: at(path) })
      : finding('SYNTAX', place, { seen: `${at(path)}: ${message}` }),
  )
}

export function checkDraft(draft: Draft, place: Place, context: DraftContext): Checked {
  const { exam, values } = context
  const findings: Finding[] = []
  const named = draft.subject === null ? context.subject : subjectNamed(exam, draft.subject, context.subject, values)
  if (named === null) findings.push(finding('SUBJECT_UNKNOWN', place, { seen: draft.subject ?? '' }))
  const subject = named ?? context.subject
  const chapterKey = draft.chapter ? chapterNamed(context.chapters(subject), draft.chapter, values) : null
  if (draft.chapter && chapterKey === null) findings.push(finding('CHAPTER_UNKNOWN', place, { seen: draft.chapter }))
  const difficulty = draft.difficulty ? difficultyNamed(draft.difficulty, values) : middling
  if (difficulty === null) findings.push(finding('DIFFICULTY_UNKNOWN', place, { seen: draft.difficulty ?? '' }))
  if (draft.stem.trim().length < 2) findings.push(finding('STEM_MISSING', place))
  const { type, findings: ofType } = typeOf(draft, place)
  findings.push(...ofType)
  if (!type) return { content: null, subject, chapterKey, section: null, findings }
  findings.push(...ownParts(draft, type, place).findings, ...explanationOffer(draft, place))
  const section = sectionFor(exam, subject, type)
  if (!section) findings.push(finding('SECTION_MISSING', place, { type }))
  else if (section.options && draft.options.length !== section.options && draft.options.length >= 2)
    findings.push(finding('OPTION_COUNT_UNUSUAL', place, { count: draft.options.length, usual: section.options }))
  const done = { subject, chapterKey, section: section?.id ?? null }
  if (findings.some((one) => one.severity === 'error')) return { content: null, ...done, findings }
  const content = contentSchema.safeParse(
    contentOf(draft, type, { place, context, difficulty: difficulty ?? middling }),
  )
  if (content.success) return { content: content.data, ...done, findings }
  return { content: null, ...done, findings: [...findings, ...schemaFindings(content.error.issues, place)] }
}
