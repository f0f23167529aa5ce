import type { Draft } from '../../draft'
import { type Finding, finding } from '../../findings'
import { picturesIn } from '../../media'
import type { WrittenQuestion } from '../../writing'
import { draftOf } from './draft-of'

const textsOf = ({ stem, explanation, options, material, modelAnswer, markingPoints }: Draft) =>
  [
    stem,
    explanation,
    modelAnswer,
    material?.text ?? '',
    ...options.flatMap((option) => [option.text, option.explanation]),
    ...markingPoints.map((point) => point.text),
  ].join('\n')

/** Two chapters of one title could not be told apart: then the key stands for the title. */
function chapterNames(questions: readonly WrittenQuestion[]): (chapter: WrittenQuestion['chapter']) => string | null {
  const keys = new Map<string, Set<string>>()
  for (const { chapter } of questions)
    if (chapter) keys.set(chapter.title, (keys.get(chapter.title) ?? new Set()).add(chapter.key))
  return (chapter) => chapter && ((keys.get(chapter.title)?.size ?? 0) > 1 ? chapter.key : chapter.title)
}

/** What a table has of a bank, and what it cannot hold: pictures, of which it has only the name. */
export function tableDrafts(questions: readonly WrittenQuestion[]): { drafts: Draft[]; losses: Finding[] } {
  const nameOf = chapterNames(questions)
  const drafts = questions.map((question) => ({ ...draftOf(question), chapter: nameOf(question.chapter) }))
  const losses = drafts.flatMap((draft, at) =>
    picturesIn(textsOf(draft)).length > 0
      ? [finding('NOT_HELD', { path: questions[at]?.id ?? '' }, { what: 'pictures' })]
      : [],
  )
  return { drafts, losses }
}
