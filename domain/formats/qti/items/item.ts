/**
 * An assessmentItem as one question, or as several about the same material. The body becomes Markdown with a mark where each
 * interaction stood; text before the first is the stem, or the material when the interactions have prompts of their own.
 */
import { type Draft, emptyDraft } from '../../draft'
import { finding, type Place } from '../../findings'
import type { ReadQuestion } from '../../reading'
import { childOf, type Element, outerXml } from '../../xml'
import { attribute } from '../names'
import type { QtiDocument } from '../package'
import type { Texts } from '../texts'
import { type Asked, fillOf, joined, type Of, separate } from './asked'
import { type Body, bodyOf } from './body'
import { declarationsIn, pointsOf } from './declarations'
import { explained, feedbackIn, rubricsIn } from './feedback'
import { identifierOf } from './interactions'

/** What an item cannot be here as a whole, whatever it asks. */
function refusal(item: Element, { interactions }: Body): string | null {
  if (attribute(item, 'adaptive') === 'true') return 'adaptive'
  if (childOf(item, 'templateDeclaration')) return 'templateDeclaration'
  return interactions.length === 0 ? 'itemBody' : null
}

function askedIn(item: Element, { body, of }: { body: Body; of: Of }): { asked: Asked[]; material: string } {
  const refused = refusal(item, body)
  if (refused !== null) {
    const parts: Partial<Draft> = { type: 'unsupported', stem: joined(...body.pieces) }
    return {
      asked: [{ parts, findings: [finding('UNSUPPORTED_TYPE', of.place, { seen: refused })], ids: [], suffix: '' }],
      material: '',
    }
  }
  const isFill = body.interactions.every(({ local }) => local === 'textEntryInteraction')
  const isNumber = body.interactions.length === 1 && declaredNumber(item, body.interactions[0])
  return isFill && !isNumber ? { asked: [fillOf(body, of)], material: '' } : separate(body, of)
}

const declaredNumber = (item: Element, interaction: Element | undefined) =>
  interaction !== undefined && /^(float|integer)$/.test(declarationsIn(item)(identifierOf(interaction)).baseType)

type Around = { texts: Texts; place: Place }

/** What an item says beside its interactions: feedback, rubrics, points, and the material that stands in its body. */
function besides(item: Element, asked: readonly Asked[], { texts }: Around) {
  const { others, ...rubrics } = rubricsIn(childOf(item, 'itemBody') ?? item, texts)
  if (others.length > 0) texts.tell('UNSUPPORTED_PART', 'rubricBlock')
  // Where several interactions call their choices A, B, C, feedback of that name explains none of them for sure.
  const [only] = asked
  const feedback = feedbackIn(item, asked.length === 1 ? (only?.ids ?? []) : [], texts)
  const raw = { ...feedback.raw, ...(others.length > 0 && { rubricBlock: others.join('\n') }) }
  return { rubrics, feedback, raw, points: asked.length === 1 ? pointsOf(item) : null }
}

/** The questions of an item. Who calls names the bank, the chapter and whatever stands beside the item. */
export function questionsOf({ root: item }: QtiDocument, around: Around): ReadQuestion[] {
  const { texts, place } = around
  const body = bodyOf(item, texts)
  const { asked, material } = askedIn(item, { body, of: { item, ...around } })
  const { rubrics, feedback, raw, points } = besides(item, asked, around)
  const id = attribute(item, 'identifier')
  const shared = joined(body.material?.text ?? '', material)
  return asked.map(({ parts, findings, ids, suffix }, index) => {
    const isWhole = parts.type === 'unsupported' && parts.raw?.source === undefined
    const draft: Draft = {
      ...emptyDraft,
      ...parts,
      ...(parts.type === 'essay' && {
        modelAnswer: joined(rubrics.modelAnswer ?? '', parts.modelAnswer ?? ''),
        markingPoints: rubrics.markingPoints ?? [],
      }),
      options: explained(parts.options ?? [], ids, feedback.options),
      explanation: feedback.explanation,
      points,
      externalId: { source: '', id: `${id}${suffix}` },
      material: shared ? { title: body.material?.title ?? '', text: shared } : null,
      group: shared ? { id: body.materialId ?? id, index: index + 1, of: asked.length } : null,
      raw: { ...raw, ...parts.raw, ...(isWhole && { source: outerXml(item).slice(0, 10_000) }) },
    }
    return { draft, place, findings: [...findings, ...texts.findings] }
  })
}
