import { type Draft, emptyDraft } from '../../draft'
import type { WrittenQuestion } from '../../writing'

/** A question of the bank in the shape that files have: what is written is what would be read. */
export function draftOf({ id, chapter, group, content }: WrittenQuestion): Draft {
  const { type, stem, explanation, sources, topics, difficulty, checkedOn, points, year, material } = content
  const isEssay = type === 'essay'
  return {
    ...emptyDraft,
    type,
    stem,
    explanation,
    sources,
    topics,
    difficulty: String(difficulty),
    checkedOn: checkedOn ?? null,
    points: points ?? null,
    year: year ?? null,
    chapter: chapter?.title ?? null,
    externalId: { source: 'yilian', id },
    material: material ? { title: material.title, text: material.text } : null,
    group: material ? { id: material.id, index: group?.index ?? 1, of: group?.of ?? 1 } : null,
    options: 'options' in content ? content.options : [],
    choices: 'options' in content ? content.key : [],
    blanks: type === 'fill' ? content.key : [],
    numeric: type === 'numeric' ? content.key : null,
    modelAnswer: isEssay ? content.modelAnswer : '',
    markingPoints: isEssay ? content.markingPoints : [],
  }
}
