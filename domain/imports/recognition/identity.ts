/**
 * What a question is known by. **Identity**: the id that its file gives, with the source; else stem, options in any order,
 * pictures and shared material. **Content**: identity with key, explanations, chapter, points and the rest, but never the
 * place in the bank it came from: a row that moved is the same. **Key**: the right answers by their texts, so that
 * shuffled options change nothing. Texts count as normalise.ts has them, but for content, where a comma is a change.
 */
import { hash } from 'node:crypto'
import { letterAt } from '@/domain/formats/draft'
import { picturesIn } from '@/domain/formats/media'
import type { QuestionContent } from '@/domain/questions/input'
import { bandsOf } from './minhash'
import { normalOrRaw, normalText, tidyText } from './normalise'

export type Print = {
  /** `i:` and the hash of source and id, or `t:` and the hash of the text. */
  identity: string
  /** Of stem, pictures and material; after a dot, of the options. */
  stemHash: string
  contentHash: string
  keyHash: string
  bands: string
}

export type Identified = {
  content: QuestionContent
  chapterKey: string | null
  externalId: { source: string; id: string } | null
}

const hashChars = 22
const optionChars = 11
/** 128 bits of SHA-256: enough that no two questions ever meet by chance. */
const digest = (...parts: readonly unknown[]) => hash('sha256', JSON.stringify(parts), 'base64url').slice(0, hashChars)

/** A text to compare, with the pictures that it shows. */
const shown = (markdown: string) =>
  markdown.includes('](media:') ? [normalText(markdown), ...picturesIn(markdown)].join(' ') : normalOrRaw(markdown)

const falsehood = /^\s*(错|不|否|非|×|✗|✘|f|n|wrong|incorrect)/i

/** Texts by which likeness is judged: those of the shared material are other questions' too, a judgement's options all others'. */
export type Compared = { stem: string; options: readonly string[] }

export const comparedTexts = (content: QuestionContent): Compared => ({
  stem: shown(content.stem),
  options: 'options' in content && content.type !== 'true-false' ? content.options.map(({ text }) => shown(text)) : [],
})

function keyOf(content: QuestionContent, { options }: Compared): unknown {
  if (content.type === 'essay') return null
  if (content.type === 'numeric') return [content.key.value, content.key.tolerance]
  if (content.type === 'fill') return content.key.map((accepted) => accepted.map(normalOrRaw).sort())
  if (content.type !== 'true-false') return options.filter((_, at) => content.key.includes(letterAt(at))).sort()
  const right = content.options.filter((option) => content.key.includes(option.id))
  return right.map(({ text }) => !falsehood.test(text))
}

const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** All that a change of makes a new version. */
function substance(content: QuestionContent): unknown[] {
  const { type, stem, explanation, sources, topics, difficulty, points, year, material } = content
  const options =
    'options' in content
      ? content.options.map(({ text, explanation, weight }) =>
          JSON.stringify([tidyText(text), tidyText(explanation), weight ?? null]),
        )
      : []
  const essay =
    type === 'essay'
      ? [tidyText(content.modelAnswer), content.markingPoints.map((point) => [tidyText(point.text), point.points])]
      : []
  return [
    [type, tidyText(stem), options.sort(inOrder), tidyText(explanation), essay],
    [sources.filter((source) => !('bank' in source)), [...topics].sort(), difficulty, points ?? null, year ?? null],
    material ? [tidyText(material.title), tidyText(material.text)] : [],
  ]
}

/** @param texts those of `content`, where the caller has them already */
export function printOf({ content, chapterKey, externalId }: Identified, texts = comparedTexts(content)): Print {
  const material = content.material ? shown(content.material.text) : ''
  const options = digest([...texts.options].sort()).slice(0, optionChars)
  const stemHash = `${digest(texts.stem, material)}.${options}`
  const key = keyOf(content, texts)
  return {
    identity: externalId ? `i:${digest(externalId.source, externalId.id)}` : `t:${digest(stemHash)}`,
    stemHash,
    contentHash: digest(chapterKey, key, substance(content)),
    keyHash: digest(key),
    bands: bandsOf([texts.stem, ...texts.options]),
  }
}
