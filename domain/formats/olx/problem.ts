/** A problem as one question, or as several about the text above the first of them. */
import { type Draft, emptyDraft } from '../draft'
import { finding, type Place } from '../findings'
import { isUnique, numberIn } from '../qti/names'
import { htmlIn, htmlWith, mark, type Texts } from '../qti/texts'
import type { ReadQuestion } from '../reading'
import { childOf, descendantsOf, type Element, outerXml } from '../xml'
import type { OlxProblem } from './course'
import { answeredBy, isResponse, promptOf } from './responses'

const aside = /^(solution|demandhint|hint|script|responseparam)$/

/** The heading that every solution begins with says nothing. */
const withoutHeading = (text: string) => text.replace(/^\**(?:explanation|解析|答案解析)[:：]?\**\s*(?:\n+|$)/i, '')

const joined = (...texts: string[]) =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')

type Body = { pieces: string[]; responses: Element[] }

function bodyOf(root: Element, texts: Texts): Body {
  const responses: Element[] = []
  const html = htmlWith(root, (element) => {
    if (aside.test(element.local)) return ''
    // Older files have words between the response and its boxes.
    if (!isResponse(element)) return element.local === 'label' ? `<p>${htmlIn(element)}</p>` : null
    responses.push(element)
    return `<div>${mark}</div>`
  })
  return { pieces: texts.of(html).split(mark), responses }
}

/** Words inside a response that are neither its label nor what is answered. */
const wordsIn = (response: Element, texts: Texts) =>
  texts.of(
    htmlWith(response, ({ local }) =>
      aside.test(local) || /group$|input$|^(textline|label|description|additional_answer|.*hint)$/.test(local)
        ? ''
        : null,
    ),
  )

const isPlain = (type: Draft['type'] | undefined) => type !== 'unsupported'

function questions({ pieces, responses }: Body, { root, texts, place }: { root: Element; texts: Texts; place: Place }) {
  const prompts = responses.map((one) => joined(promptOf(one, texts), wordsIn(one, texts)))
  const hasMaterial = responses.length > 1 && prompts.every((prompt) => prompt !== '')
  const scripted = childOf(root, 'script') !== undefined && /\$\w/.test(outerXml(root))
  const asked = responses.map((response, index) => {
    const { parts, findings } = scripted
      ? { parts: { type: 'unsupported' as const }, findings: [finding('UNSUPPORTED_TYPE', place, { seen: 'script' })] }
      : answeredBy(response, { texts, place })
    const before = index === 0 && hasMaterial ? '' : (pieces[index] ?? '')
    const after = index === responses.length - 1 ? (pieces[index + 1] ?? '') : ''
    return { parts, findings, stem: joined(before, prompts[index] ?? '', after) }
  })
  return { asked, material: hasMaterial ? (pieces[0] ?? '').trim() : '' }
}

const nothing = (body: Body, place: Place) => ({
  asked: [
    {
      parts: { type: 'unsupported' as const },
      findings: [finding('UNSUPPORTED_TYPE', place, { seen: 'problem' })],
      stem: joined(...body.pieces),
    },
  ],
  material: '',
})

const externalId = (id: string, suffix: string) => (isUnique(id) ? { source: 'olx', id: `${id}${suffix}` } : null)

export function problemQuestions(
  { root, id, chapter }: OlxProblem,
  { texts, place }: { texts: Texts; place: Place },
): ReadQuestion[] {
  const body = bodyOf(root, texts)
  const { asked, material } =
    body.responses.length === 0 ? nothing(body, place) : questions(body, { root, texts, place })
  const solutions = descendantsOf(root, 'solution').map((one) => withoutHeading(texts.of(htmlIn(one))))
  const hints = descendantsOf(root, 'demandhint').map((one) => texts.of(htmlIn(one)))
  const points = numberIn(root.attributes.get('weight') ?? '')
  const isOne = asked.length === 1
  return asked.map(({ parts, findings, stem }, index) => {
    const draft: Draft = {
      ...emptyDraft,
      ...parts,
      stem,
      explanation: joined(...(isOne || solutions.length !== asked.length ? solutions : [solutions[index] ?? ''])),
      chapter,
      points: isOne && points !== null && points > 0 ? points : null,
      externalId: externalId(id, isOne ? '' : `#${index + 1}`),
      label: root.attributes.get('display_name') ?? null,
      material: material ? { title: '', text: material } : null,
      group: material ? { id: `olx/${id || place.path}`.slice(0, 100), index: index + 1, of: asked.length } : null,
      raw: {
        ...(hints.length > 0 && { demandhint: hints.join('\n') }),
        ...(!isPlain(parts.type) && { source: outerXml(root).slice(0, 10_000) }),
      },
    }
    return { draft, place, findings: [...findings, ...texts.findings] }
  })
}
