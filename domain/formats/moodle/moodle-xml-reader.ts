import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { type Draft, emptyDraft } from '../draft'
import { finding, type Place } from '../findings'
import { pictureMarkdown } from '../media'
import { type Reading, type ReadOptions, Unreadable } from '../reading'
import { childOf, childrenOf, type Element, outerXml, readXml, textOf, xmlText } from '../xml'
import { chapterOf } from './category-path'
import { Collecting, externalIdOf, topicsOf } from './collecting'
import { answerReaders, type Context } from './xml/answers'
import { clozeDrafts, type PartDraft } from './xml/cloze-drafts'
import { QuestionTexts } from './xml/texts'

const longestSource = 20_000
const nameOf = (element: Element | undefined) => textOf(childOf(element, 'text') ?? element).trim()

/** The source of a question, without the bytes of its files. */
function sourceOf(question: Element): string {
  const bare = (element: Element): Element => ({
    ...element,
    children: /^(file|image_base64)$/.test(element.local)
      ? []
      : element.children.map((child) => (typeof child === 'string' ? child : bare(child))),
  })
  return outerXml(bare(question)).slice(0, longestSource)
}

/** Points as given; 1 is what Moodle writes when nobody said anything. */
function pointsOf(question: Element): number | null {
  const points = Number.parseFloat(nameOf(childOf(question, 'defaultgrade')))
  return Number.isFinite(points) && points > 0 && points !== 1 ? points : null
}

/** The picture of exports before Moodle 2, which stood beside the text. */
function oldPicture(question: Element, texts: QuestionTexts): string {
  const bytes = textOf(childOf(question, 'image_base64')).trim()
  const name = nameOf(childOf(question, 'image'))
  if (bytes === '') return ''
  const hash = texts.take(bytes, name)
  return hash === null ? '' : `\n\n${pictureMarkdown(hash, '')}`
}

/** A picture beside the text belongs to what all questions of the text share. */
const pictured = (draft: Draft, picture: string): Draft =>
  draft.material
    ? { ...draft, material: { ...draft.material, text: draft.material.text + picture } }
    : { ...draft, stem: draft.stem + picture }

const waiting = new Map<string, Draft['type']>([
  ['matching', 'matching'],
  ['ddmatch', 'matching'],
  ['ordering', 'ordering'],
])

function draftsOf(type: string, context: Context): PartDraft[] {
  const read = answerReaders.get(type)
  if (read) return [{ draft: read(context), own: [] }]
  const drafts = type === 'cloze' || type === 'multianswer' ? clozeDrafts(context) : []
  if (drafts.length > 0) return drafts
  context.texts.findings.push(finding('UNSUPPORTED_TYPE', context.place, { seen: type }))
  const draft = { type: waiting.get(type) ?? 'unsupported', raw: { moodle: sourceOf(context.question) } }
  return [{ draft, own: [] }]
}

class Quiz {
  readonly collecting: Collecting
  private chapter: string | null = null
  private count = 0
  isOurs = false

  constructor(limit: number) {
    this.collecting = new Collecting('moodle-xml', limit)
  }

  take(question: Element) {
    const type = (question.attributes.get('type') ?? '').trim().toLowerCase()
    if (type === 'category') {
      const path = nameOf(childOf(question, 'category'))
      this.chapter = chapterOf(path)
      this.isOurs ||= /\/Yilian /.test(path)
      this.collecting.endMaterial()
      return
    }
    this.count += 1
    const place = { line: question.line, path: `question[${this.count}]` }
    const texts = new QuestionTexts(this.collecting.media, place)
    const tags = childrenOf(childOf(question, 'tags') ?? question, 'tag').map(nameOf)
    if (type === 'description') this.describe(question, { texts, place, tags })
    else this.add(question, type, { texts, place, tags })
  }

  private describe(question: Element, { texts, place, tags }: About) {
    const text = texts.of(childOf(question, 'questiontext')) + oldPicture(question, texts)
    const described = { title: nameOf(childOf(question, 'name')), text, ownId: topicsOf(tags).group }
    this.collecting.describe(described, place)
    this.collecting.findings.push(...texts.told().map((one) => ({ ...one, severity: 'warning' as const })))
  }

  private add(question: Element, type: string, { texts, place, tags }: About) {
    const { topics, group } = topicsOf(tags)
    const common: Draft = {
      ...emptyDraft,
      stem: '',
      explanation: texts.of(childOf(question, 'generalfeedback')),
      chapter: this.chapter,
      points: pointsOf(question),
      topics,
      externalId: externalIdOf(nameOf(childOf(question, 'idnumber'))),
      label: nameOf(childOf(question, 'name')).slice(0, 100) || null,
    }
    const drafts = draftsOf(type, { question, texts, place })
    const picture = oldPicture(question, texts)
    const stem = () => texts.of(childOf(question, 'questiontext'))
    const whole = drafts.map(({ draft }) => pictured({ ...common, ...draft, stem: draft.stem ?? stem() }, picture))
    const told = texts.told()
    for (const [index, draft] of whole.entries()) {
      const placed = whole.length > 1 ? this.childOf(draft, { index, of: whole.length, line: question.line }) : draft
      const findings = [...(index === 0 ? told : []), ...(drafts[index]?.own ?? [])]
      this.collecting.add({ draft: placed, place, findings }, group)
    }
  }

  /** One blank of a text that has several: the ids say which. */
  private childOf(draft: Draft, { index, of, line }: { index: number; of: number; line: number }): Draft {
    const { externalId, label } = draft
    return {
      ...draft,
      label,
      externalId: externalId && { ...externalId, id: `${externalId.id}/${index + 1}` },
      group: { id: externalId?.id ?? `cloze-${line}`, index: index + 1, of },
    }
  }
}
type About = { texts: QuestionTexts; place: Place; tags: string[] }

/** Moodle's XML, of any version since 1.9. What cannot be practised waits with its source. */
export async function readMoodleXml(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const root = readXml(repairRadicals(xmlText(bytes)))
  if (root.local !== 'quiz') throw new Unreadable(finding('FORMAT_UNKNOWN', {}, { seen: `<${root.name}>` }))
  const quiz = new Quiz(options.limit)
  for (const question of childrenOf(root, 'question')) {
    quiz.take(question)
    if (quiz.collecting.full()) break
  }
  return quiz.collecting.done(null, quiz.isOurs ? 'Yilian' : 'Moodle')
}
