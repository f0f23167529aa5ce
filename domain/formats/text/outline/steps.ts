import { finding } from '../../findings'
import { halfWidth } from '../lines/lines'
import { numberIn, type Title } from '../lines/marks'
import { type OptionMark, stemAndOptions } from '../lines/option-line'
import { type Token, tagsIn } from '../lines/tokens'
import { labelStep } from './label-step'
import { isQuestionNumber, noteNested } from './numbering'
import { isComplete, newRun, type State, typeOfParsed } from './parsed'
import { isUnnumberedStart, startQuestion } from './start'

/** What one token does where the reading stands. `after` is the token behind it. */
export function step(state: State, token: Token, after: Token | undefined) {
  if (token.line.keys) return void state.lost.push(token)
  if (token.literal === 'text' || token.literal === 'list') return textStep(state, token)
  if (token.title && !token.label) return openTitle(state, token, token.title)
  if (token.label && labelStep(state, token, token.label)) return
  if (token.options && optionStep(state, token, token.options)) return
  if (!token.literal && askedStep(state, token, after)) return
  if (token.number && numberStep(state, token, after)) return
  if (token.tags && isComplete(state.current)) return begin(state, token, { rest: token.text, after })
  if (token.material && materialStep(state, token)) return
  if (isUnnumberedStart(state, token, after)) return begin(state, token, { rest: token.text, after })
  textStep(state, token)
}

function openTitle(state: State, token: Token, title: Title) {
  const { run } = state
  for (const one of state.loose) state.lost.push(one)
  const chapter = title.chapter ? title.text : run.chapter
  const type = title.chapter ? run.type : title.type
  const points = title.chapter ? run.points : title.points
  if (run.questions.length === 0) state.area.runs.pop()
  state.run = newRun({ chapter, title: title.chapter ? run.title : title.text, type, points })
  state.area.runs.push(state.run)
  Object.assign(state, { current: null, into: 'nothing', material: null, fresh: true, nested: 0, loose: [] })
  if (title.chapter && token.number) state.numbered = true
}

type Beginning = { rest: string; after: Token | undefined; number?: { n: number; label: string; style: string } }

/** Begins a question; its first line may hold its type, its key and its options too. */
function begin(state: State, token: Token, { rest, after, number }: Beginning) {
  const tags = tagsIn(rest)
  const text = tags?.rest ?? rest
  const question = startQuestion(state, token, number)
  if (tags?.type) question.tag = tags.type
  if (tags?.key) question.keys.push(tags.key)
  const inline = after?.options?.[0]?.letter === 'A' ? null : stemAndOptions(text)
  const stem = inline?.stem ?? text
  if (stem !== '') question.stem.push(stem)
  if (inline) optionStep(state, token, inline.options)
}

function beginLiteral(state: State, token: Token): boolean {
  if (!token.number) return false
  const question = startQuestion(state, token, token.number)
  question.tag = token.tags?.type ?? null
  question.literal = true
  if (token.number.rest !== '') question.stem.push(token.number.rest)
  return true
}

function numberStep(state: State, token: Token, after: Token | undefined): boolean {
  const mark = token.number
  if (!mark) return false
  if (token.literal) return beginLiteral(state, token)
  if (groupAnswer(state, token)) return true
  if (!isQuestionNumber(state, mark, token.followed)) {
    noteNested(state, mark)
    return false
  }
  begin(state, token, { rest: mark.rest, after, number: mark })
  return true
}

/** 参考答案 below all questions of a case, numbered like them. */
function groupAnswer(state: State, token: Token): boolean {
  const members = state.current?.material?.members ?? []
  const target = members.find((one) => one.number === token.number?.n)
  if (state.into !== 'answer' || members.length < 2 || !target || !token.number) return false
  const isFirst = members.every((one) => one.keys.every((key) => key === ''))
  if (isFirst && state.current) state.current.keys = []
  else if (target.keys.length > 0) return false
  if (!isFirst && members.indexOf(target) === 0) return false
  target.keys = [token.number.rest]
  state.current = target
  return true
}

function optionStep(state: State, token: Token, options: OptionMark[]): boolean {
  if (!state.current && state.loose.length > 0) beginLoose(state)
  const { current, into } = state
  if (!current) return false
  if (current.options.length > 0 && into !== 'option' && into !== 'stem') return false
  for (const { letter, text } of options) {
    const due = 65 + current.options.length
    const code = letter.charCodeAt(0)
    if (code < due || code > due + 2) {
      current.findings.push(finding('SYNTAX', { line: token.line.line }, { seen: `${letter}. ${text}` }))
      current.options.at(-1)?.text.push(`${letter}. ${text}`)
      continue
    }
    for (let gap = due; gap < code; gap++) current.options.push({ text: [''], bold: false })
    current.options.push({ text: [text], bold: token.line.bold === true })
  }
  state.into = 'option'
  state.nested = 0
  if (!token.literal) splitGlued(state, token)
  return true
}

/** The next question may hang on the last option: `D.丁 5．下一题……`. */
function splitGlued(state: State, token: Token) {
  const last = state.current?.options.at(-1)
  const text = last?.text.at(-1)
  if (!last || text === undefined || (state.current?.options.length ?? 0) < 2) return
  const found = /\s(\d{1,5}) ?[.、](?!\d)/.exec(halfWidth(text))
  if (!found || Number(found[1]) !== state.expected || token.next !== 'option') return
  const mark = numberIn(text.slice(found.index + 1))
  if (!mark) return
  last.text[last.text.length - 1] = text.slice(0, found.index).trim()
  begin(state, { ...token, options: null }, { rest: mark.rest, after: undefined, number: mark })
}

function beginLoose(state: State) {
  const lines = state.loose
  const from = Math.max(
    0,
    lines.findLastIndex((one) => one.afterBlank),
  )
  const [first, ...others] = state.numbered ? lines.slice(-1) : lines.slice(from)
  for (const one of lines.slice(0, lines.length - 1 - others.length)) state.lost.push(one)
  if (!first) return
  begin(state, first, { rest: first.text, after: others[0] })
  for (const one of others) state.current?.stem.push(one.text)
}

const asked = /^[【[]?(?:问题|请回答下列问题|请回答以下问题|请回答|请问|要求)[】\]]?\s?[:：]?\s*(?=$|[\d(（])/

/** “问题：” after a case: what stood before is its shared text, and what follows are its questions. */
function askedStep(state: State, token: Token, after: Token | undefined): boolean {
  const found = asked.exec(token.text)
  const { current } = state
  if (!found) return false
  if (state.into === 'stem' && current && current.options.length === 0 && typeOfParsed(current) !== 'single') {
    current.run.questions.pop()
    const material = {
      title: current.label ?? '',
      text: current.stem,
      line: current.line,
      from: null,
      to: null,
      members: [],
    }
    Object.assign(state, { material, current: null })
  } else if (state.into !== 'material') return false
  Object.assign(state, { expected: 1, fresh: true, nested: 0, into: 'nothing' })
  const rest = token.text.slice(found[0].length).trim()
  const number = rest === '' ? null : numberIn(rest)
  if (number) begin(state, token, { rest: number.rest, after, number })
  return true
}

function materialStep(state: State, token: Token): boolean {
  const mark = token.material
  if (!mark || (mark.from === null && !isComplete(state.current))) return false
  const text = mark.rest === '' ? [] : [mark.rest]
  const { title, from, to } = mark
  state.material = { title, text, line: token.line.line, from, to, members: [] }
  Object.assign(state, { current: null, into: 'material', nested: 0 })
  if (from !== null) state.expected = from
  else if (typeOfRun(state) === 'essay') Object.assign(state, { expected: 1, fresh: true })
  return true
}

const typeOfRun = (state: State) => state.run.type

function textStep(state: State, token: Token) {
  const { current, into, text } = { ...state, text: token.text }
  if (into === 'material') return void state.material?.text.push(text)
  if (!current || into === 'nothing') return void state.loose.push(token)
  if (into === 'stem') {
    const inline = token.line.plain || token.literal || current.options.length > 0 ? null : stemAndOptions(text)
    if (inline?.stem) current.stem.push(inline.stem)
    if (inline) optionStep(state, token, inline.options)
    else current.stem.push(text)
    return
  }
  if (into === 'option') {
    if (!token.literal && (token.afterBlank || state.nested > 0))
      current.findings.push(finding('SYNTAX', { line: token.line.line }, { seen: text }))
    return void current.options.at(-1)?.text.push(text)
  }
  if (into === 'explanation') return void current.explanation.push(text)
  if (into === 'answer') return void current.keys.push(`${current.keys.pop() ?? ''}\n${text}`.trim())
  current.fields.set(into, [...(current.fields.get(into) ?? []), text])
}
