/** An item of QTI 1.2 as one question, or as several where it asks for several responses. */
import { type Draft, emptyDraft, letterAt } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import type { ReadQuestion } from '../../reading'
import { childOf, childrenOf, descendantsOf, type Element, outerXml } from '../../xml'
import { attribute, numberIn } from '../names'
import type { Texts } from '../texts'
import { type Condition, conditionsIn, feedbackOf, numberOf, rightOf, worthOf } from './conditions'
import { materialOf, metadataOf } from './material'

type Around = { texts: Texts; place: Place }
type Answered = { parts: Partial<Draft>; findings: Finding[] }
type Asked = { item: Element; conditions: Condition[]; kind: string; feedback: ReadonlyMap<string, string> }

const judgements = /^(?:对|错|正确|错误|是|否|√|×|true|false|t|f|yes|no)$/i
const responses = ['response_lid', 'response_str', 'response_num', 'response_xy', 'response_grp', 'response_extension']
const isNumber = /numeric/i
const isEssay = /essay|文本|简答/i
/** Kinds that Canvas and its kin name and that cannot be practised here. */
const degraded: Record<string, Draft['type']> = {
  matching_question: 'matching',
  ordering_question: 'ordering',
  calculated_question: 'unsupported',
  file_upload_question: 'unsupported',
  text_only_question: 'unsupported',
}

function choices(response: Element, asked: Asked, { texts, place }: Around): Answered {
  const { conditions, feedback } = asked
  const labels = descendantsOf(response, 'response_label')
  const ids = labels.map((label) => attribute(label, 'ident'))
  const ident = attribute(response, 'ident')
  const worth = worthOf(conditions, ident)
  const most = Math.max(1, ...[...worth.values()].map(Math.abs))
  const isPartial = new Set([...worth.values()].filter((value) => value !== 0)).size > 1
  const told = feedbackOf(conditions)
  const options = labels.map((label, index) => {
    const id = ids[index] ?? ''
    const explanation = (told.get(id) ?? [`${id}_fb`])
      .map((name) => feedback.get(name) ?? '')
      .filter((one) => one !== '')
    return {
      text: materialOf(label, texts),
      explanation: explanation.join('\n\n'),
      ...(isPartial && { weight: (worth.get(id) ?? 0) / most }),
    }
  })
  const right = rightOf(conditions, ident)
  const unknown = right.filter((id) => !ids.includes(id))
  const isSingle = attribute(response, 'rcardinality').toLowerCase() !== 'multiple'
  const isJudged = options.length === 2 && options.every(({ text }) => judgements.test(text))
  return {
    parts: {
      type: !isSingle ? 'multiple' : isJudged ? 'true-false' : 'single',
      options,
      choices: unknown.length > 0 ? [] : right.map((id) => letterAt(ids.indexOf(id))).sort(),
    },
    findings: [
      ...(unknown.length > 0 ? [finding('KEY_NOT_UNDERSTOOD', place, { seen: unknown.join(', ') })] : []),
      ...(isPartial ? [finding('WEIGHTS_IGNORED', place, { seen: [...worth.values()].join(', ') })] : []),
    ],
  }
}

function written(response: Element, { conditions, kind }: Asked): Answered {
  const ident = attribute(response, 'ident')
  const box = descendantsOf(response, 'render_fib')[0]
  const type = attribute(box, 'fibtype').toLowerCase()
  const right = rightOf(conditions, ident)
  const asksNumber =
    isNumber.test(kind) || response.local === 'response_num' || /^(decimal|integer|scientific)$/.test(type)
  if (asksNumber) return { parts: { type: 'numeric', numeric: numberOf(conditions, ident) }, findings: [] }
  const rows = numberIn(attribute(box, 'rows')) ?? 1
  if (isEssay.test(kind) || (right.length === 0 && (rows > 1 || kind === '')))
    return { parts: { type: 'essay' }, findings: [] }
  return { parts: { type: 'fill', blanks: right.length > 0 ? [right] : [] }, findings: [] }
}

function answered(response: Element, asked: Asked, around: Around): Answered {
  const isChoice = childOf(response, 'render_choice') !== undefined
  if (response.local === 'response_lid' && isChoice) return choices(response, asked, around)
  if (childOf(response, 'render_fib')) return written(response, asked)
  const [render] = childrenOf(response).filter(({ local }) => local.startsWith('render_'))
  const type = response.local === 'response_grp' ? 'matching' : 'unsupported'
  return {
    parts: { type },
    findings: [finding('UNSUPPORTED_TYPE', around.place, { seen: render?.local ?? response.local })],
  }
}

function whole(seen: string, type: Draft['type'], { place }: Around): Answered[] {
  return [{ parts: { type }, findings: [finding('UNSUPPORTED_TYPE', place, { seen })] }]
}

/** `[first]` in the text of Canvas stands for a blank; its response says so in `response_first`. */
function withBlanks(stem: string, idents: readonly string[]): string {
  const names = new Set(idents.map((ident) => ident.replace(/^response_/, '')))
  return stem.replace(/\\?\[([^[\]\\]{1,60})\\?\]/g, (all, name: string) => (names.has(name) ? '（　）' : all))
}

/** Several blanks, each with its list of right words: Canvas writes them as choices that are all right. */
function blanksOf(asking: readonly Element[], { conditions }: Asked): Answered[] {
  const blanks = asking.map((response) => {
    const labels = new Map(descendantsOf(response, 'response_label').map((label) => [attribute(label, 'ident'), label]))
    const plain = (id: string) => {
      const label = labels.get(id)
      return label ? textOfLabel(label) : id
    }
    return labels.size > 0 ? [...labels.keys()].map(plain) : rightOf(conditions, attribute(response, 'ident'))
  })
  return [{ parts: { type: 'fill', blanks: blanks.every((one) => one.length > 0) ? blanks : [] }, findings: [] }]
}

const textOfLabel = (label: Element) =>
  descendantsOf(label, 'mattext')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('')
    .trim()

function answers(asking: readonly Element[], asked: Asked, around: Around): Answered[] {
  const { kind } = asked
  const type = Object.hasOwn(degraded, kind) ? degraded[kind] : undefined
  if (type) return whole(kind, type, around)
  if (asking.length === 0)
    return isEssay.test(kind)
      ? [{ parts: { type: 'essay' }, findings: [] }]
      : whole(kind || 'presentation', 'unsupported', around)
  const isFill = asking.length > 1 && asking.every((one) => one.local === 'response_str')
  if (kind === 'fill_in_multiple_blanks_question' || isFill) return blanksOf(asking, asked)
  return asking.map((one) => answered(one, asked, around))
}

const general = /^general|^(correct_fb|general_incorrect_fb)$/

/** Feedback by its name, and what of it explains the question. */
function feedbackIn(item: Element, texts: Texts) {
  const all = childrenOf(item, 'itemfeedback')
  const feedback = new Map(all.map((one) => [attribute(one, 'ident'), materialOf(one, texts)]))
  const solutions = all.flatMap((one) => descendantsOf(one, 'solutionmaterial')).map((one) => materialOf(one, texts))
  const plain = [
    feedback.get('general_fb') ?? '',
    ...solutions,
    ...[...feedback].flatMap(([name, text]) => (/^(solution|explanation|general)$/i.test(name) ? [text] : [])),
  ]
  const kept = [...feedback].filter(([name, text]) => text !== '' && general.test(name) && name !== 'general_fb')
  return {
    feedback,
    explanation: [...new Set(plain)].filter((one) => one !== '').join('\n\n'),
    raw: Object.fromEntries(kept),
  }
}

export function legacyItem(item: Element, around: Around): ReadQuestion[] {
  const { texts, place } = around
  const presentation = childOf(item, 'presentation')
  const metadata = metadataOf(item)
  const kind = metadata.get('question_type') ?? metadata.get('cc_profile') ?? metadata.get('qmd_itemtype') ?? ''
  const asking = presentation ? descendantsOf(presentation, ...responses) : []
  const { feedback, explanation, raw } = feedbackIn(item, texts)
  const asked = { item, conditions: conditionsIn(item), kind, feedback }
  const idents = asking.map((one) => attribute(one, 'ident'))
  const stem = withBlanks(
    materialOf(presentation, texts),
    kind.includes('multiple') && !kind.startsWith('multiple_choice') ? idents : [],
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
