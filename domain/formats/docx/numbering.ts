/**
 * What Word numbers by itself is not in the text: “二、判断题” may be a paragraph 判断题 and a counter. The labels are made
 * again as Word makes them: counters per abstract list, restarted by an override, deeper levels by the one above.
 */
import { childOf, childrenOf, type Element } from '../xml'

type Level = { start: number; format: string; text: string; restart: number | null; style: string | null }
type List = { levels: Map<number, Level>; styleLink: string | null; numStyleLink: string | null }
type Num = { list: string; overrides: Map<number, { start: number | null; level: Level | null }> }
export type Numbered = { id: string; level: number }

export const valOf = (element: Element | undefined) => element?.attributes.get('w:val')

function levelOf(element: Element): Level {
  const number = (name: string) => valOf(childOf(element, name))
  return {
    start: Number(number('start') ?? 1),
    format: number('numFmt') ?? 'decimal',
    text: number('lvlText') ?? '',
    restart: number('lvlRestart') === undefined ? null : Number(number('lvlRestart')),
    style: number('pStyle') ?? null,
  }
}

const levelsOf = (element: Element) =>
  new Map(childrenOf(element, 'lvl').map((one) => [Number(one.attributes.get('w:ilvl') ?? 0), levelOf(one)] as const))

function numOf(element: Element): Num {
  const overrides = childrenOf(element, 'lvlOverride').map((one) => {
    const start = valOf(childOf(one, 'startOverride'))
    const level = childOf(one, 'lvl')
    const override = { start: start === undefined ? null : Number(start), level: level ? levelOf(level) : null }
    return [Number(one.attributes.get('w:ilvl') ?? 0), override] as const
  })
  return { list: valOf(childOf(element, 'abstractNumId')) ?? '', overrides: new Map(overrides) }
}

const digits = [...'零一二三四五六七八九']

/** 1 to 9999 as one counts in Chinese: 十二, 二十, 一百零五. */
function chinese(n: number): string {
  if (n < 10) return digits[n] ?? String(n)
  if (n < 20) return `十${n % 10 === 0 ? '' : digits[n % 10]}`
  if (n < 100) return `${digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`
  const rest = n % 100
  if (n >= 1000) return String(n)
  return `${digits[Math.floor(n / 100)]}百${rest === 0 ? '' : `${rest < 10 ? '零' : ''}${rest > 9 && rest < 20 ? '一' : ''}${chinese(rest)}`}`
}

const romans = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(n: number): string {
  if (n > 100) return String(n)
  let [rest, text] = [n, '']
  for (const [value, sign] of romans)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}

const letter = (n: number) => String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.min(8, Math.ceil(n / 26)))

function formatted(n: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese|korean/i.test(format) && !/Enclosed|Zodiac|Traditional/.test(format))
    return chinese(n)
  if (format === 'upperLetter') return letter(n)
  if (format === 'lowerLetter') return letter(n).toLowerCase()
  if (format === 'upperRoman') return roman(n)
  if (format === 'lowerRoman') return roman(n).toLowerCase()
  if (format === 'decimalZero') return String(n).padStart(2, '0')
  if (/EnclosedCircle/.test(format) && n <= 20) return String.fromCharCode(0x245f + n)
  return format === 'none' || format === 'bullet' ? '' : String(n)
}

/** Counts as it goes through the document: ask once for each numbered paragraph, in order. */
export class Numbering {
  private readonly lists: Map<string, List>
  private readonly nums: Map<string, Num>
  private readonly counters = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  constructor(part: Element | null) {
    const abstracts = part ? childrenOf(part, 'abstractNum') : []
    this.lists = new Map(
      abstracts.map((one) => [
        one.attributes.get('w:abstractNumId') ?? '',
        {
          levels: levelsOf(one),
          styleLink: valOf(childOf(one, 'styleLink')) ?? null,
          numStyleLink: valOf(childOf(one, 'numStyleLink')) ?? null,
        },
      ]),
    )
    this.nums = new Map(
      (part ? childrenOf(part, 'num') : []).map((one) => [one.attributes.get('w:numId') ?? '', numOf(one)]),
    )
  }

  private listOf(num: Num): [string, List] | null {
    const list = this.lists.get(num.list)
    if (!list?.numStyleLink) return list ? [num.list, list] : null
    const linked = [...this.lists].find(([, one]) => one.styleLink === list.numStyleLink)
    return linked ?? [num.list, list]
  }

  /** `3.` or `二、`; empty for a bullet. */
  label({ id, level: at }: Numbered): string {
    const num = this.nums.get(id)
    const found = num && this.listOf(num)
    if (!num || !found || at > 8) return ''
    const [key, list] = found
    const levelAt = (index: number) => num.overrides.get(index)?.level ?? list.levels.get(index)
    const level = levelAt(at)
    if (!level) return ''
    const counters = this.counters.get(key) ?? []
    this.counters.set(key, counters)
    const override = num.overrides.get(at)?.start ?? null
    const isFirst = !this.begun.has(`${id}/${at}`)
    this.begun.add(`${id}/${at}`)
    const restarted = isFirst && override !== null
    counters[at] = restarted ? override : counters[at] === undefined ? level.start : counters[at] + 1
    for (let deeper = at + 1; deeper < 9; deeper++) if (levelAt(deeper)?.restart !== 0) delete counters[deeper]
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const shown = levelAt(index)
      return formatted(counters[index] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
    })
  }
}
