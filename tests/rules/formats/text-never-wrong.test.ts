import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '@/domain/formats/text/text-reader'

/**
 * Banks as people type them: sections whose numbers restart or run through, signs mixed, years and lists in stems, lists in
 * explanations, keys at the end in several layouts. Whatever is read, no question may have a key that is not its own.
 */
const stems = [
  '社会工作者应当（　）。',
  '2016年《慈善法》施行后，正确的是（　）。',
  '下列做法正确的是：\n1、倾听\n2、接纳\n3、训斥',
  '在A、B两地开展服务，应当（　）',
  '某社区老年人占23.7%，',
  '12:30时，社工应当（ ）。',
  '根据3-5岁儿童的特点，应当（ ）',
]
const why = ['因为符合原则。', '理由：\n1、尊重\n2、接纳\n3、保密', '故选这一项。', '见教材第3章。', '']
const separators = ['. ', '、', '．', '.', '\t']

/** `wild`: signs change from question to question, and statements to be judged have lists in them. */
const question = (wild: boolean, kind: 'options' | 'judged') =>
  fc.record({
    stem: fc.constantFrom(...(wild || kind === 'options' ? stems : stems.filter((stem) => !stem.includes('\n')))),
    separator: wild ? fc.constantFrom(...separators) : fc.constant(''),
    oneLine: fc.boolean(),
    key: fc.nat(1000),
    why: fc.constantFrom(...why),
  })
type Question = { stem: string; separator: string; oneLine: boolean; key: number; why: string }
const bank = (wild: boolean) =>
  fc.record({
    single: fc.array(question(wild, 'options'), { minLength: 3, maxLength: 8 }),
    multiple: fc.array(question(wild, 'options'), { maxLength: 6 }),
    judged: fc.array(question(wild, 'judged'), { maxLength: 6 }),
    separator: fc.constantFrom(...separators),
    through: fc.boolean(),
    layout: fc.constantFrom('ranges', 'pairs', 'lines' as const),
  })
type Bank = ReturnType<typeof bank> extends fc.Arbitrary<infer T> ? T : never

const letters = ['一', '二', '三', '四', '五'].map((text, at) => `${'ABCDE'[at]}. 选项${text}`)
const keys = {
  single: (n: number) => 'ABCD'[n % 4] ?? '',
  multiple: (n: number) => ['AB', 'ACD', 'BE', 'ABCDE', 'CD'][n % 5] ?? '',
  judged: (n: number) => '√×'[n % 2] ?? '',
}
const titles = { single: '单项选择题', multiple: '多项选择题', judged: '判断题' }
const numerals = ['一', '二', '三']
type Kind = keyof typeof keys

const asText = (kind: Kind, { stem, separator, oneLine }: Question, n: string) => {
  const options = kind === 'single' ? letters.slice(0, 4) : kind === 'multiple' ? letters : []
  return [
    `${n}${separator}${stem.replace(/(?=\n|$)/, `${kind}${n}号`)}`,
    ...(oneLine && options.length > 0 ? [options.join('\t')] : options),
  ].join('\n')
}

function keysText(layout: string, entries: { n: number; key: string; why: string }[]): string {
  const [first] = entries
  if (layout === 'ranges') return `${first?.n}-${entries.at(-1)?.n} ${entries.map((one) => one.key).join(' ')}`
  if (layout === 'pairs') return entries.map((one) => `${one.n}.${one.key}`).join(' ')
  return entries.map((one) => `${one.n}.【答案】${one.key}${one.why && `\n【解析】${one.why}`}`).join('\n')
}

/** The text, and the key of each question; with a question or a key left out where `without` says so. */
function written(bank: Bank, without?: { side: 'question' | 'key'; kind: Kind; at: number }) {
  const kinds = (['single', 'multiple', 'judged'] as const).filter((kind) => bank[kind].length > 0)
  const [asked, answered]: [string[], string[]] = [[], ['参考答案']]
  const wanted: { id: string; kind: Kind; key: string }[] = []
  let n = 0
  for (const [section, kind] of kinds.entries()) {
    if (!bank.through) n = 0
    asked.push(`${numerals[section]}、${titles[kind]}`)
    answered.push(`${numerals[section]}、${titles[kind]}`)
    const entries = bank[kind].map((one) => ({ one, n: ++n, key: keys[kind](one.key), why: one.why }))
    const gone = (side: string, at: number) => without?.side === side && without.kind === kind && without.at === at
    for (const [at, { one, n: number, key }] of entries.entries()) {
      if (gone('question', at)) continue
      asked.push(asText(kind, { ...one, separator: one.separator || bank.separator }, String(number)))
      wanted.push({ id: `${kind}${number}号`, kind, key: kind === 'judged' ? (key === '√' ? 'A' : 'B') : key })
    }
    const kept = entries.filter((_, at) => !gone('key', at))
    const layout = kept.length < entries.length && bank.layout === 'ranges' ? 'pairs' : bank.layout
    if (kept.length > 0) answered.push(keysText(layout, kept))
  }
  return { text: [...asked, ...answered].join('\n'), wanted }
}

const read = (text: string) => readText(new TextEncoder().encode(text), { fileName: 'bank.txt', limit: 10_000 })

test('every question has its own key', async () => {
  await fc.assert(
    fc.asyncProperty(bank(false), async (one) => {
      const { text, wanted } = written(one)
      const { questions } = await read(text)
      expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(wanted.map(({ key }) => key))
    }),
    { numRuns: 200 },
  )
})

const loss = fc.record({ side: fc.constantFrom('question', 'key' as const), at: fc.nat() })
const lost = (one: Bank, { side, at }: { side: 'question' | 'key'; at: number }) =>
  written(one, { side, kind: 'single', at: at % one.single.length })

test('with a question or a key left out, its section has no key at all, and the others have theirs', async () => {
  await fc.assert(
    fc.asyncProperty(bank(false), loss, async (one, where) => {
      // A gap in the numbers and a list in the stem behind it: then more than the section may have to wait.
      fc.pre(where.side === 'key' || one.single.every(({ stem }) => !stem.includes('\n')))
      const { text, wanted } = lost(one, where)
      const { questions } = await read(text)
      const expected = wanted.map(({ kind, key }) => (kind === 'single' ? '' : key))
      expect(questions.map(({ draft }) => draft.choices.join(''))).toEqual(expected)
      const told = questions.map((found) => found.findings.some(({ code }) => code === 'KEY_COUNT_MISMATCH'))
      expect(told).toEqual(wanted.map(({ kind }) => kind === 'single'))
    }),
    { numRuns: 200 },
  )
})

test('however wild the text, no question has the key of another: it has its own, or a finding', async () => {
  const ids = /(?:single|multiple|judged)\d+号/g
  await fc.assert(
    fc.asyncProperty(bank(true), fc.option(loss), async (one, where) => {
      const { text, wanted } = where ? lost(one, where) : written(one)
      const own = new Map(wanted.map(({ id, key }) => [id, key]))
      const { questions } = await read(text)
      for (const { draft, findings } of questions) {
        const [id = '', ...others] = JSON.stringify(draft).match(ids) ?? []
        if (draft.choices.length === 0) expect(findings.map(({ code }) => code)).toContain('KEY_COUNT_MISMATCH')
        else expect([draft.choices.join(''), others]).toEqual([own.get(id), []])
      }
    }),
    { numRuns: 300 },
  )
})
