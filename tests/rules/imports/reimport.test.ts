import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from '@/domain/formats/read'
import { writeBank } from '@/domain/formats/write'
import type { ExportFormat, WrittenQuestion } from '@/domain/formats/writing'
import { printOf } from '@/domain/imports/recognition/identity'
import { isPoorer } from '@/domain/imports/recognition/likeness/absence'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { checkedOf } from '../../support/bank-trip'

const formats: ExportFormat[] = ['json', 'gift', 'moodle-xml', 'xlsx', 'csv', 'qti21', 'qti30', 'docx', 'apkg']

/** What the bank holds of a question, and the print it is known by. */
const stored = ({ id, content, chapter }: WrittenQuestion) => {
  const chapterKey = chapter?.key ?? null
  return { content, chapterKey, print: printOf({ content, chapterKey, externalId: { source: 'yilian', id } }) }
}

describe.each(formats)('an export of %s that is imported again', (format) => {
  test('changes nothing: each question is the same, or says only less', async () => {
    await fc.assert(
      fc.asyncProperty(
        bankArbitrary({ wild: true, formulas: true, pictures: !['gift', 'xlsx', 'csv'].includes(format) }),
        async (bank) => {
          const { bytes, losses } = await writeBank(format, bank, 'zh-CN')
          const left = new Set(losses.flatMap((one) => (one.code === 'LEFT_OUT' ? one.place.path : [])))
          const written = bank.questions.filter(({ id }) => !left.has(id))
          if (written.length === 0) return
          const reading = await readFile(bytes, { fileName: 'bank', limit: 1000 })
          const checked = checkedOf(reading)
          for (const [index, question] of written.entries()) {
            const { content, chapterKey } = checked[index] ?? {}
            const { draft } = reading.questions[index] ?? {}
            expect(draft?.externalId).toEqual({ source: 'yilian', id: question.id })
            if (!content) throw new Error(`${question.id} came back without content`)
            const before = stored(question)
            const print = printOf({ content, chapterKey: chapterKey ?? null, externalId: draft?.externalId ?? null })
            const item = { content, chapterKey: chapterKey ?? null, difficultyGiven: draft?.difficulty != null }
            expect(print.keyHash).toBe(before.print.keyHash)
            const unchanged = print.contentHash === before.print.contentHash || isPoorer(item, before)
            expect(unchanged ? null : { was: question.content, is: content }).toBeNull()
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})
