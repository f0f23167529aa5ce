import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { subjects } from '@/db/schema'
import { type ExamFiles, seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import { addEdition, changeEdition } from '@/domain/laws/commands'
import { getLaw } from '@/domain/laws/list-queries'
import { Refusal } from '@/lib/errors'
import { storedSets } from '../support/days'
import { getQuestion } from '../support/tables'
import { teaCopy, withQuestion } from '../support/tea-copy'

const first = '2030-01-15'
const at = (day: string) => new Date(`${day}T17:00:00Z`)

/** A law and an exam of the same name; two questions rest on the law, and there are sittings in 2030 and 2031. */
function examOf(name: string): ExamFiles {
  const source = { law: name, edition: '2020-01-01', article: 'Article 1', quote: 'Tea is a leaf.' }
  const onLaw = (question: FileQuestion): FileQuestion => ({
    ...question,
    content: { ...question.content, sources: [source] },
  })
  const files = [1, 2].reduce((all, n) => withQuestion(all, `${name}-choice-00${n}`, onLaw), teaCopy(name))
  const [sitting] = files.exam.sittings
  if (!sitting) throw new Error('no sitting')
  const next = { ...sitting, year: 2031, startsOn: '2031-05-03', endsOn: '2031-05-03', lawInForceOn: '2030-12-31' }
  return {
    ...files,
    exam: { ...files.exam, sittings: [sitting, next] },
    laws: [{ law: name, title: name, edition: '2020-01-01', effectiveOn: '2020-03-01', endsOn: null }],
  }
}
const refusalFrom = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? error.code : undefined
}
const revisionOf = async (slug: string) =>
  (await db().select().from(subjects).where(eq(subjects.slug, slug)))[0]?.bankRevision

const newEdition = (law: string, effectiveOn: string | null, edition = '2030-03-01') => ({
  ...{ law, title: law, edition, effectiveOn, endsOn: null },
})

test('one entry of a new edition withholds the questions on the old one from later sittings, and from no earlier one', async () => {
  await seedExam(examOf('green-act'), at(first))
  const before = await revisionOf('green-act')
  const changed = await addEdition('ana', newEdition('green-act', '2030-06-01'), at(first))
  expect(changed).toMatchObject({ law: 'green-act', moved: 2 })
  const sittingsOf = (edition: string) =>
    changed.editions
      .find((one) => one.edition === edition)
      ?.sittings.filter((one) => one.exam === 'green-act')
      .map((one) => [one.year, one.eligible])
  expect(changed.editions.map(({ edition, endsOn, questions }) => [edition, endsOn, questions])).toEqual([
    ['2030-03-01', null, 0],
    ['2020-01-01', '2030-06-01', 2],
  ])
  expect(sittingsOf('2020-01-01')).toEqual([
    [2030, true],
    [2031, false],
  ])
  expect(sittingsOf('2030-03-01')).toEqual([
    [2030, false],
    [2031, true],
  ])
  expect(await getQuestion('green-act-choice-001')).toMatchObject({
    inForceFrom: '2020-03-01',
    inForceUntil: '2030-06-01',
  })
  expect(await revisionOf('green-act')).toBe((before ?? 0) + 1)

  await buildSets('green-act', addDays(first, 8), at(first))
  expect((await storedSets('green-act')).flatMap((set) => set.ids)).toContain('green-act-choice-001')
  await buildSets('green-act', '2030-05-20', at('2030-05-19'))
  const later = (await storedSets('green-act')).filter((set) => set.day > '2030-05-04').flatMap((set) => set.ids)
  expect(later.length).toBeGreaterThan(20)
  for (const id of ['green-act-choice-001', 'green-act-choice-002']) expect(later).not.toContain(id)
})

test('an end that is taken back brings the questions back', async () => {
  await seedExam(examOf('white-act'), at(first))
  const of = { law: 'white-act', edition: '2020-01-01' }
  expect(await changeEdition('ana', of, { endsOn: '2029-06-01' }, at(first))).toMatchObject({ moved: 2 })
  expect(await getQuestion('white-act-choice-001')).toMatchObject({ inForceUntil: '2029-06-01' })
  expect(await changeEdition('ana', of, { endsOn: null }, at(first))).toMatchObject({ moved: 2 })
  expect(await getQuestion('white-act-choice-001')).toMatchObject({ inForceUntil: '9999-12-31' })
  expect(await changeEdition('ana', of, { title: 'The White Act' }, at(first))).toMatchObject({ moved: 0 })
})

test('a seed does not undo what an editor has settled', async () => {
  const files = examOf('black-act')
  await seedExam(files, at(first))
  await addEdition('ana', newEdition('black-act', '2030-06-01'), at(first))
  const revision = await revisionOf('black-act')
  await seedExam(files, at(first))
  expect(await revisionOf('black-act')).toBe(revision)
  expect(await getQuestion('black-act-choice-001')).toMatchObject({ inForceUntil: '2030-06-01' })
  const { editions } = await getLaw('black-act', at(first))
  expect(editions.find((one) => one.edition === '2020-01-01')).toMatchObject({ endsOn: '2030-06-01', origin: 'editor' })
})

test('an older edition that is entered late ends where the known one begins', async () => {
  await seedExam(examOf('red-act'), at(first))
  const older = await addEdition('ana', newEdition('red-act', '2010-01-01', '2009-11-01'), at(first))
  expect(older.editions.map((one) => [one.edition, one.endsOn])).toEqual([
    ['2020-01-01', null],
    ['2009-11-01', '2020-03-01'],
  ])
  expect(older.moved).toBe(0)
})

test('an edition is entered once, and ends after it begins', async () => {
  await seedExam(examOf('oolong-act'), at(first))
  const of = { law: 'oolong-act', edition: '2020-01-01' }
  expect(await refusalFrom(addEdition('ana', newEdition('oolong-act', null, '2020-01-01'), at(first)))).toBe('id-taken')
  expect(await refusalFrom(changeEdition('ana', of, { endsOn: '2020-02-01' }, at(first)))).toBe('invalid')
  expect(await refusalFrom(changeEdition('ana', { ...of, law: 'nobody' }, {}, at(first)))).toBe('not-found')
})
