import { expect, test } from 'vitest'
import { readDocx } from '@/domain/formats/text/docx-reader'
import { readText } from '@/domain/formats/text/text-reader'
import { paragraph, run, wordFile } from '../../support/word-file'

/** Enough that a quadratic reading would not end; the machine of the tests may be slow. */
const many = 40_000
const shapes: Record<string, string> = {
  letters: 'a'.repeat(1_000_000),
  brackets: `1. ${'（ '.repeat(many)}`,
  options: `1. 题\n${'A. '.repeat(many)}`,
  'options in order': `1. 题\n${'A.一 B.二 C.三 '.repeat(many / 4)}`,
  'spaces in an option': `1. 题\nA. 一${' '.repeat(many)}B. 二${';'.repeat(many)}x`,
  numbers: '1.1.'.repeat(many),
  'numbers on lines': '1.\n'.repeat(many),
  keys: `1. 题\nA. 一\nB. 二\n参考答案\n${'1-5 ABCDA '.repeat(many / 10)}`,
  'keys on lines': `1. 题\nA. 一\nB. 二\n参考答案\n${'1. A\n'.repeat(many / 4)}`,
  labels: `1. 题\n${'答案：'.repeat(many / 4)}`,
  'labels on lines': `一、简答题\n${'1. 题\n参考答案：\n1. 答\n'.repeat(many / 20)}`,
  'a case of many': `案例一\n文字\n问题：\n${'1. 题\n'.repeat(many / 10)}答案：\n${'1. 答\n'.repeat(many / 10)}`,
  titles: '一、单选题\n'.repeat(many / 4),
  'a numeric key': `一、计算\n【数值题】1. 题\n答案：1${' '.repeat(many)}x`,
  loose: '文字\n'.repeat(many),
  underscores: `1. ${'_'.repeat(many)}`,
  bold: '**'.repeat(many),
}

test.each(Object.entries(shapes))('read in time: %s', { timeout: 20_000 }, async (_, text) => {
  for (const fileName of ['x.txt', 'x.md']) await readText(new TextEncoder().encode(text), { fileName, limit: 10_000 })
})

test('a paragraph of many runs, a wrapper around a whole document', { timeout: 20_000 }, async () => {
  const runs = Array.from({ length: 20_000 }, (_, at) => run(String(at), at % 2 ? '<w:b/>' : '<w:b/><w:i/>')).join('')
  const body = `<w:sdt><w:sdtContent>${Array.from({ length: 20_000 }, (_, at) => paragraph(`${at + 1}. 题目`)).join('')}</w:sdtContent></w:sdt>${paragraph(runs, '<w:pStyle w:val="YilianText"/>')}`
  const { questions } = await readDocx(await wordFile({ body }), { fileName: 'x.docx', limit: 10 })
  expect(questions).toHaveLength(10)
})

test.each(['__proto__', 'constructor', 'toString'])(
  'a name of every object is a name like others: %s',
  async (name) => {
    const text = `题型：${name}\n1. 甲题 ${name}\nA. ${name}\nB. 二\n答案：${name}\n难度：${name}`
    const { questions } = await readText(new TextEncoder().encode(text), { fileName: 'x.txt', limit: 10 })
    expect(questions.at(-1)?.draft).toMatchObject({ choices: ['A'], difficulty: name })
  },
)

test('script stays text', async () => {
  const script = '<script>alert(1)</script>'
  const text = `1. ${script}\nA. ${script}\nB. 二\n答案：A\n解析：${script}`
  const { questions } = await readText(new TextEncoder().encode(text), { fileName: 'x.txt', limit: 10 })
  expect(questions[0]?.draft).toMatchObject({ stem: script, explanation: script, options: [{ text: script }, {}] })
})
