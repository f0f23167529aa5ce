import { expect, test } from 'vitest'
import { readDocx } from '@/domain/formats/text/docx-reader'
import { docxTemplate } from '@/domain/formats/text/docx-template'
import { checkedOf, complaints } from '../../support/bank-trip'

test.each(['zh-CN', 'en'] as const)('the template %s is read without a finding', async (locale) => {
  const reading = await readDocx(await docxTemplate(locale), { fileName: 'template.docx', limit: 100 })
  expect(complaints(reading)).toEqual([])
  const types = ['single', 'single', 'multiple', 'true-false', 'fill', ...(locale === 'en' ? [] : ['essay'])]
  expect(checkedOf(reading).map((one) => one.content?.type)).toEqual(types)
  expect(reading.questions.map(({ draft }) => draft.choices.join(''))).toEqual(
    ['A', 'C', 'ABD', 'B', '', ''].slice(0, types.length),
  )
  expect(reading.questions[4]?.draft.blanks).toHaveLength(2)
})

test('the case of the template has its material, its answer and its marking points', async () => {
  const { questions } = await readDocx(await docxTemplate('zh-CN'), { fileName: 'template.docx', limit: 100 })
  expect(questions.at(-1)?.draft).toMatchObject({
    material: { title: '案例一' },
    markingPoints: [{ points: 3 }, { points: 2 }],
  })
})
