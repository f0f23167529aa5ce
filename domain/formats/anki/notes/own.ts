import { questionTypes } from '@/domain/questions/types'
import { type Draft, emptyDraft, letterAt } from '../../draft'
import { letters, type OwnData, ownDataSchema } from '../own-note'
import { type NoteTexts, plainField } from './texts'

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}
const unescaped = (html: string) =>
  html.replace(/<[^<>]*>/g, '').replace(/&(?:lt|gt|amp|quot|#39|nbsp);/g, (one) => entities[one] ?? one)

function dataIn(field: string): OwnData {
  try {
    const parsed = ownDataSchema.safeParse(JSON.parse(unescaped(field)))
    return parsed.success ? parsed.data : {}
  } catch {
    // Somebody has typed into it: the texts and the key are fields of their own, and stay.
    return {}
  }
}

/** A note that we wrote: everything comes back, and what somebody has mended in Anki counts. */
export function ownDraft(fields: ReadonlyMap<string, string>, texts: NoteTexts): Draft {
  const field = (name: string) => fields.get(name) ?? ''
  const data = dataIn(field('Data'))
  const type = questionTypes.find((one) => one === plainField(field('Type'))) ?? null
  const written = letters.filter((letter) => field(letter).trim() !== '')
  const options = written.map((letter, at) => {
    const weight = data.weights?.[at]
    const explanation = texts.markdown(field(`Explanation ${letter}`))
    return { text: texts.markdown(field(letter)), explanation, ...(typeof weight === 'number' && { weight }) }
  })
  const key = options.length > 0 ? plainField(field('Key')).toUpperCase().match(/[A-H]/g) : null
  const material = texts.markdown(field('Material'))
  return {
    ...emptyDraft,
    ...{ type, stem: texts.markdown(field('Stem')), options, explanation: texts.markdown(field('Explanation')) },
    choices: (key ?? []).flatMap((letter) => {
      const at = (written as readonly string[]).indexOf(letter)
      return at < 0 ? [letter] : [letterAt(at)]
    }),
    blanks: data.blanks ?? [],
    numeric: data.numeric ?? null,
    modelAnswer: type === 'essay' ? texts.markdown(field('Key')) : '',
    markingPoints: data.markingPoints ?? [],
    chapter: data.chapter ?? null,
    group: data.group ?? null,
    points: data.points ?? null,
    year: data.year ?? null,
    difficulty: data.difficulty === undefined ? null : String(data.difficulty),
    checkedOn: data.checkedOn ?? null,
    sources: data.sources ?? [],
    topics: data.topics ?? [],
    material: material === '' ? null : { title: unescaped(field('Material title')), text: material },
    externalId: { source: 'yilian', id: unescaped(field('Id')).trim() },
  }
}
