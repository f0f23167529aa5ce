import type { Draft } from '../../draft'
import { type Finding, finding } from '../../findings'
import { picturesIn } from '../../media'
import type { Media } from '../../reading'
import type { WrittenQuestion } from '../../writing'
import { draftOf } from './draft-of'

/** Two chapters of one title could not be told apart: then the key stands for the title. */
function chapterNames(questions: readonly WrittenQuestion[]): (chapter: WrittenQuestion['chapter']) => string | null {
  const keys = new Map<string, Set<string>>()
  for (const { chapter } of questions)
    if (chapter) keys.set(chapter.title, (keys.get(chapter.title) ?? new Set()).add(chapter.key))
  return (chapter) => chapter && ((keys.get(chapter.title)?.size ?? 0) > 1 ? chapter.key : chapter.title)
}

/** What a table has of a bank. */
export function tableDrafts(questions: readonly WrittenQuestion[]): Draft[] {
  const nameOf = chapterNames(questions)
  return questions.map((question) => ({ ...draftOf(question), chapter: nameOf(question.chapter) }))
}

/** Questions whose row names pictures that go without them: in a file of text all, in a workbook those that are missing. */
export function pictureLosses(
  questions: readonly WrittenQuestion[],
  rows: readonly (readonly string[])[],
  held?: ReadonlyMap<string, Media>,
): Finding[] {
  return questions.flatMap(({ id }, at) => {
    const lost = rows[at]?.some((cell) => picturesIn(cell).some((hash) => !held?.has(hash)))
    return lost ? [finding('NOT_HELD', { path: id }, { what: 'pictures' })] : []
  })
}
