import { expect, test } from 'vitest'
import { detectFormat } from '@/domain/formats/detect'
import { readFile } from '@/domain/formats/read'
import { writeBank } from '@/domain/formats/write'
import { type Bank, exportFormats } from '@/domain/formats/writing'
import { checkedOf } from '../../support/bank-trip'

const common = { explanation: '见教材。', sources: [], topics: [], difficulty: 3 }
const options = ['个案工作', '小组工作', '社区工作'].map((text, at) => ({ id: 'ABC'[at] ?? '', text, explanation: '' }))
const judgements = ['正确', '错误'].map((text, at) => ({ id: 'AB'[at] ?? '', text, explanation: '' }))
const bank: Bank = {
  ...{ exam: 'social-work', level: 'junior', subject: { slug: 'practice', title: '社会工作实务' }, media: new Map() },
  questions: [
    { type: 'single' as const, ...common, stem: '以个人为对象的方法是', options, key: ['A'] },
    { type: 'true-false' as const, ...common, stem: '小组工作以小组为对象。', options: judgements, key: ['A'] },
  ].map((content, at) => ({ id: `question-${at + 1}`, chapter: null, group: null, content })),
}

test.each(exportFormats)('what is written as %s is known by its content, and read', async (format) => {
  const { bytes, extension, mime } = await writeBank(format, bank, 'zh-CN')
  expect(detectFormat(bytes, 'bank')).toBe(format === 'qti30' ? 'qti21' : format)
  const reading = await readFile(bytes, { fileName: `bank.${extension}`, limit: 100 })
  expect(reading.format).toBe(format)
  expect(mime).toMatch(/^[a-z]+\/[\w.+-]+/)
  expect(
    checkedOf(reading).map(
      (one) => one.content && [one.content.type, one.content.stem, 'key' in one.content && one.content.key],
    ),
  ).toEqual(bank.questions.map(({ content }) => [content.type, content.stem, 'key' in content && content.key]))
})
