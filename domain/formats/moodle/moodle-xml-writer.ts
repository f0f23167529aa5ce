import type { Finding } from '../findings'
import { plainOf } from '../html'
import { lossesOf, type Part } from '../losses'
import type { Bank, Written, WrittenQuestion } from '../writing'
import { escapeXml } from '../xml'
import { pathOf } from './category-path'
import { groupTag } from './collecting'
import { ownParts } from './xml/written-answers'
import { WrittenTexts } from './xml/written-texts'

const held: ReadonlySet<Part> = new Set([
  'chapter',
  'explanation',
  'optionExplanations',
  'weights',
  'topics',
  'points',
  'material',
  'materialTitle',
  'markingPoints',
  'pictures',
  'formulas',
  'formatting',
])

const text = (name: string, value: string) => `<${name}><text>${escapeXml(value)}</text></${name}>`
const tags = (names: readonly string[]) =>
  names.length === 0 ? '' : `<tags>${names.map((name) => text('tag', name)).join('')}</tags>`

/** The name that Moodle lists a question under. */
const nameOf = (markdown: string) => [...plainOf(markdown).replace(/\s+/g, ' ')].slice(0, 60).join('').trim() || '—'

function questionOf({ id, content, group }: WrittenQuestion, texts: WrittenTexts): string {
  const own = ownParts(content, texts)
  const { markdown, html } = own.stem ?? { markdown: content.stem, html: texts.html(content.stem) }
  const names = [...content.topics, ...(group && content.material ? [groupTag(group.id)] : [])]
  const parts = [
    text('name', nameOf(content.stem)),
    `<questiontext format="html">${texts.body(markdown, html)}</questiontext>`,
    texts.element('generalfeedback', content.explanation),
    `<defaultgrade>${content.points ?? 1}</defaultgrade>`,
    '<penalty>0</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${escapeXml(`yilian:${id}`)}</idnumber>`,
    ...own.elements,
    tags(names),
  ]
  return `<question type="${own.type}">\n${parts.filter((part) => part !== '').join('\n')}\n</question>\n`
}

/** The material of a group, before its first question. */
function materialOf({ group, content: { material } }: WrittenQuestion, texts: WrittenTexts): string {
  if (!group || !material) return ''
  const parts = [text('name', material.title), texts.element('questiontext', material.text), tags([groupTag(group.id)])]
  return `<question type="description">\n${parts.join('\n')}\n</question>\n`
}

/** Moodle's XML: everything but sources, difficulty, year and the day of checking. */
export async function writeMoodleXml(bank: Bank): Promise<Written> {
  const texts = new WrittenTexts(bank.media)
  const losses: Finding[] = []
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n']
  let [category, group]: [string | null, string | null] = [null, null]
  for (const question of bank.questions) {
    const path = pathOf(bank.subject.title, question.chapter?.title ?? null)
    if (path !== category) parts.push(`<question type="category">\n${text('category', path)}\n</question>\n`)
    category = path
    if (question.group?.id !== group) parts.push(materialOf(question, texts))
    group = question.group?.id ?? null
    parts.push(questionOf(question, texts))
    losses.push(...lossesOf(question, held))
  }
  parts.push('</quiz>\n')
  return { bytes: new TextEncoder().encode(parts.join('')), mime: 'application/xml', extension: 'xml', losses }
}
