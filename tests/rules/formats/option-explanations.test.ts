import { expect, test } from 'vitest'
import { emptyDraft } from '@/domain/formats/draft'
import { splitExplanation } from '@/domain/formats/text/option-explanations'
import { explanationOffer } from '@/domain/imports/drafts/explanation-offer'

test.each([
  ['考查保密。A项，对。B项错误，泄露了隐私。', 2, { common: '考查保密。', options: ['对。', '错误，泄露了隐私。'] }],
  [
    'A项正确；B、C项错误，与题意无关；D项属于转介。故本题选A。',
    4,
    { common: '故本题选A。', options: ['正确', '错误，与题意无关', '错误，与题意无关', '属于转介。'] },
  ],
  ['A：甲\nB：乙\nC：丙', 3, { common: '', options: ['甲', '乙', '丙'] }],
  ['选项Ａ：甲。选项Ｂ：乙。', 3, { common: '', options: ['甲。', '乙。', ''] }],
  ['（A）项甲。\n\n（B）项乙，与A项相同。', 2, { common: '', options: ['甲。', '乙，与A项相同。'] }],
])('%s', (text, count, wanted) => expect(splitExplanation(text, count)).toEqual(wanted))

test.each([
  ['小组工作的目标是成长。', 4],
  ['A项正确。', 4],
  ['A项对。B项错。A项再说。', 4],
  ['A项对。B项错。E项错。', 4],
  ['本题考查A项和B项的区别', 4],
  [`${'A项'.repeat(3000)}`, 4],
])('not split: %s', (text, count) => expect(splitExplanation(text, count)).toBeNull())

test('a draft is offered the parts, unless its options are explained already', () => {
  const options = ['甲', '乙'].map((text) => ({ text, explanation: '' }))
  const draft = { ...emptyDraft, options, choices: ['A'], explanation: 'A项对。B项错。故选A。' }
  const offered = { explanation: '故选A。', options: [{ explanation: '对。' }, { explanation: '错。' }] }
  expect(explanationOffer(draft, {})).toMatchObject([{ code: 'EXPLANATION_SPLIT', fixes: [{ patch: offered }] }])
  expect(explanationOffer({ ...draft, type: 'essay' }, {})).toEqual([])
  const explained = options.map((one) => ({ ...one, explanation: '因为' }))
  expect(explanationOffer({ ...draft, options: explained }, {})).toEqual([])
})
