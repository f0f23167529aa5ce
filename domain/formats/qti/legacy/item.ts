/** An item of QTI 1.2 as one question, or as several where it asks for several responses. */
import { emptyDraft } from '../../draft'
import type { ReadQuestion } from '../../reading'
import { childOf, descendantsOf, type Element, outerXml } from '../../xml'
import { attribute, numberIn } from '../names'
import type { Texts } from '../texts'
import { type Around, answers } from './answers'
import { conditionsIn } from './conditions'
import { feedbackIn } from './feedback'
import { materialOf, metadataOf, sentenceOf } from './material'

const responses = ['response_lid', 'response_str', 'response_num', 'response_xy', 'response_grp', 'response_extension']

/** `[first]` in the text of Canvas stands for a blank; its response says so in `response_first`. */
function withBlanks(stem: string, idents: readonly string[]): string {
  const names = new Set(idents.map((ident) => ident.replace(/^response_/, '')))
  return stem.replace(/\\?\[([^[\]\\]{1,60})\\?\]/g, (all, name: string) => (names.has(name) ? '（　）' : all))
}

/** Boxes to type in with text between them. */
const isSentence = (presentation: Element | undefined, asking: readonly Element[]) =>
  asking.length > 1 &&
  asking.every(({ local }) => local === 'response_str') &&
  presentation !== undefined &&
  descendantsOf(presentation, 'material').length > 1

/** The text of an item that only holds what others ask about, with its title. */
export function stimulusOf(item: Element, texts: Texts): { title: string; text: string } {
  return { title: attribute(item, 'title'), text: materialOf(childOf(item, 'presentation'), texts) }
}

/** The item that holds the text which this one asks about, by its ident. */
export const stimulusIdent = (item: Element): string => metadataOf(item).get('parent_stimulus_item_ident') ?? ''

export function legacyItem(item: Element, around: Around): ReadQuestion[] {
  const { texts, place } = around
  const presentation = childOf(item, 'presentation')
  const metadata = metadataOf(item)
  const kind = metadata.get('question_type') ?? metadata.get('cc_profile') ?? metadata.get('qmd_itemtype') ?? ''
  const asking = presentation ? descendantsOf(presentation, ...responses) : []
  const { feedback, explanation, raw } = feedbackIn(item, texts)
  const asked = { conditions: conditionsIn(item), kind, feedback }
  const idents = asking.map((one) => attribute(one, 'ident'))
  const stem = withBlanks(
    isSentence(presentation, asking) ? sentenceOf(presentation, texts) : materialOf(presentation, texts),
    /^(fill_in_multiple_blanks|multiple_dropdowns)_question$/.test(kind) ? idents : [],
  )
  const found = answers(asking, asked, around)
  const isGroup = found.length > 1
  const id = attribute(item, 'ident')
  const points = numberIn(metadata.get('points_possible') ?? '')
  return found.map(({ parts, findings }, index) => ({
    draft: {
      ...emptyDraft,
      ...parts,
      stem: isGroup ? materialOf(asking[index], texts) || `（${index + 1}）` : stem,
      material: isGroup && stem !== '' ? { title: '', text: stem } : null,
      group: isGroup && stem !== '' ? { id, index: index + 1, of: found.length } : null,
      explanation,
      points: points !== null && points > 0 && !isGroup ? points : null,
      externalId: { source: '', id: isGroup ? `${id}#${idents[index]}` : id },
      raw: {
        ...raw,
        ...(/^(unsupported|matching|ordering)$/.test(parts.type ?? '') && { source: outerXml(item).slice(0, 10_000) }),
      },
    },
    place,
    findings: [...findings, ...texts.findings],
  }))
}
