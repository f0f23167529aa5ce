import { describe, expect, test } from 'vitest'
import { wordingFaults } from '@/domain/content-check/wording'
import type { ChoiceContent } from '@/domain/questions/input'

const law = { law: '慈善法', edition: '2023-12-29', article: '第二十二条', quote: '依法登记满一年的慈善组织' }
const good: ChoiceContent = {
  type: 'single',
  stem: '某慈善组织登记已满一年，准备向社会募捐。依据《慈善法》，它应当先申请（　　）。',
  options: [
    { id: 'A', text: '公开募捐资格', explanation: '面向社会公众募捐须先取得这一资格。' },
    { id: 'B', text: '税收减免资格', explanation: '税收优惠与能否公开募捐没有关系。' },
    { id: 'C', text: '法人登记证书', explanation: '它已经登记，不必再领一次证书。' },
    { id: 'D', text: '信息公开平台', explanation: '平台由民政部门提供，不用申请。' },
  ],
  key: ['A'],
  explanation: '登记满一年即可申请公开募捐资格。',
  sources: [law],
  topics: ['公开募捐资格'],
  difficulty: 2,
  checkedOn: '2026-11-30',
}
const withStem = (stem: string): ChoiceContent => ({ ...good, stem })
const withOption = (text: string, explanation = '这样说没有任何依据。'): ChoiceContent => ({
  ...good,
  options: good.options.map((one) => (one.id === 'D' ? { ...one, text, explanation } : one)),
})

test('a question that is written as it should be has no fault', () => {
  expect(wordingFaults(good)).toEqual([])
})

describe('each rule is told in plain words', () => {
  test.each<[string, ChoiceContent, RegExp]>([
    ['a letter of an option', { ...good, explanation: '故选A，其他都不对。' }, /^explanation names the letter/],
    [
      'a letter in the reason of an option',
      withOption('信息平台', '与A项重复，所以不选。'),
      /option D names the letter/,
    ],
    [
      'a space before a digit',
      withStem('登记已满 1年的慈善组织，依据《慈善法》可以申请（　　）。'),
      /^stem has a space/,
    ],
    ['half-width punctuation', { ...good, explanation: '登记满一年,即可申请。' }, /^explanation has half-width/],
    ['no blank', withStem('依据《慈善法》，它应当先申请什么？'), /^the stem has no blank/],
    ['all of the above', withOption('以上都对'), /^option D says “all of the above”/],
    ['none of the above', withOption('上述资格都不是'), /^option D says “all of the above”/],
    [
      'a negative ask that is not marked',
      withStem('依据《慈善法》，下列做法不正确的是（　　）。'),
      /does not mark the word/,
    ],
    [
      'a wrong one asked for without a mark',
      withStem('依据《慈善法》，说法错误的是（　　）。'),
      /does not mark the word/,
    ],
    ['an option without a reason', withOption('信息公开平台', '不对'), /^option D has no explanation/],
    [
      'a law that the sources lack',
      withStem('依据《志愿服务条例》，它应当先申请（　　）。'),
      /names 《志愿服务条例》, the sources do not/,
    ],
    ['no source', { ...good, stem: '它应当先申请（　　）。', sources: [] }, /^no source$/],
    ['a law question that was never checked', { ...good, checkedOn: undefined }, /checkedOn$/],
    ['no explanation', { ...good, explanation: ' ' }, /^no explanation$/],
    ['no topic', { ...good, topics: [] }, /^no topic$/],
  ])('%s', (_, content, fault) => {
    const faults = wordingFaults(content)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(fault)
  })

  test('a marked negative is none, but for an option that is negative too', () => {
    const stem = '依据《慈善法》，下列做法*不*恰当的是（　　）。'
    expect(wordingFaults(withStem(stem))).toEqual([])
    expect(wordingFaults({ ...withOption('不向捐赠人说明用途'), stem })).toEqual([
      expect.stringMatching(/double negative/),
    ])
  })
})

test('a book of the Civil Code is cited for the Code, a document for its name', () => {
  const code = { ...law, law: '民法典·继承编', edition: '2020-05-28' }
  expect(wordingFaults({ ...withStem('依据《民法典》，遗产由（　　）继承。'), sources: [code] })).toEqual([])
  const document = { document: '社会工作者职业道德指引', issuer: '民政部', date: '2012-12-28', section: '第二章' }
  const stem = '根据《社会工作者职业道德指引》，小李应当（　　）。'
  expect(wordingFaults({ ...withStem(stem), sources: [document] })).toEqual([])
})
