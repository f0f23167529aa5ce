import type { PrintedQuestion, PrintedSection, PrintedUnit } from '@/domain/papers/printed'
import { markdownTypst } from '../blocks'
import { emsOf } from '../columns'
import { plainText, treeOf } from '../tree'
import { callTypst, contentTypst, stringTypst } from '../typst'
import { documentTypst, partsTypst, type ToPrint } from './heads'
import { figure, ordinal, ruleWords, sectionTitle } from './words'

/** A question of more signs than this may break across pages; a shorter one moves to the next. */
const longQuestion = 700
/** Options up to these widths, in ems, stand four or two in a row. */
const fourInRow = 8
const twoInRow = 17.5

function optionsTypst(options: readonly { id: string; text: string }[]): string {
  const widest = Math.max(...options.map(({ text }) => emsOf(treeOf(text).map(plainText).join(''))))
  // Five in a row of four would leave one alone.
  const fits = widest <= fourInRow && options.length <= 4
  const columns = fits ? options.length : widest <= twoInRow ? 2 : 1
  const items = options.map(({ id, text }) =>
    contentTypst(callTypst('option', stringTypst(id), contentTypst(markdownTypst(text)))),
  )
  return callTypst('options', String(columns), ...items)
}

function questionTypst({ number, points, content }: PrintedQuestion, tellsPoints: boolean): string {
  const { stem } = content
  const worth = tellsPoints ? `（${figure(points)}分）` : ''
  const isLong = stem.length > longQuestion
  const body = 'options' in content ? `${markdownTypst(stem)}\n\n${optionsTypst(content.options)}` : markdownTypst(stem)
  return callTypst('question', String(number), `long: ${isLong}`, `worth: ${stringTypst(worth)}`, contentTypst(body))
}

function unitTypst({ material, questions }: PrintedUnit, tellsPoints: boolean): string {
  const [first, last] = [questions[0]?.number, questions.at(-1)?.number]
  const which = first === last ? `第${first}题` : `第${first}至${last}题`
  const shared = material && [
    stringTypst(`根据以下材料，回答${which}。`),
    stringTypst(material.title),
    contentTypst(markdownTypst(material.text)),
  ]
  const asked = questions.map((question) => questionTypst(question, tellsPoints))
  return [...(shared ? [callTypst('material', ...shared)] : []), ...asked].join('\n\n')
}

/** Do its questions differ in what they are worth? Then each says it. */
const differs = ({ units }: PrintedSection) =>
  new Set(units.flatMap((unit) => unit.questions.map((question) => question.points))).size > 1

/** 一、单项选择题（共60题，每题1分，共60分） with the rule by which it is marked; of cases also how many there are. */
export function sectionWords(section: PrintedSection, at: number): { title: string; rule: string } {
  const questions = section.units.flatMap((unit) => unit.questions)
  const each = differs(section) ? '' : `，每题${figure(questions[0]?.points ?? 0)}分`
  const cases = section.units.length < questions.length ? `${section.units.length}道，` : ''
  const title = `${ordinal(at)}、${sectionTitle(section.section)}（${cases}共${questions.length}题${each}，共${figure(section.points)}分）`
  return { title, rule: ruleWords(section.section) }
}

/** The paper that candidates get: nothing of keys or explanations is in it. */
export function paperTypst(to: ToPrint, pictures: ReadonlyMap<string, string>): string {
  const inside = (section: PrintedSection) =>
    section.units.map((unit) => unitTypst(unit, differs(section))).join('\n\n')
  return documentTypst('paper', to, pictures, partsTypst(to, inside, sectionWords))
}
