import { expect, test } from 'vitest'
import { readApkg } from '@/domain/formats/anki/apkg-reader'
import { Unreadable } from '@/domain/formats/reading'
import { newCollection, oldCollection, packed, zstd } from '../../support/anki-package'
import { somePictures } from '../../support/bank-arbitrary'

const options = { fileName: 'x.apkg', limit: 100 }
const picture = somePictures[0]?.bytes ?? new Uint8Array()
const read = async (collection: Uint8Array, name = 'collection.anki2') =>
  readApkg(
    await packed([
      [name, collection],
      ['media', '{}'],
    ]),
    options,
  )

const given = {
  types: {
    1: { name: '选择题', fields: ['题目', '选项A', '选项B', '选项C', '答案', '解析'] },
    2: { name: 'Basic', fields: ['Front', 'Back'] },
    3: { name: 'Cloze', fields: ['Text', 'Extra'], cloze: true },
    4: { name: 'AllInOne (kprim, mc, sc)', fields: ['Question', 'QType', 'Q_1', 'Q_2', 'Q_3', 'Answers', 'Extra 1'] },
    5: { name: 'awesome select', fields: ['question', 'options', 'answer', 'remark'] },
  },
  decks: { 1: 'Default', 7: '社工::个案工作' },
  notes: [
    {
      type: 1,
      deck: 7,
      cards: 3,
      tags: ' 接案 leech ',
      fields: ['接案的首要任务', '建立<b>关系</b>', '评估', '结案', 'A', '先有关系'],
    },
    { type: 2, fields: ['助⼈自助指什么', '帮助人学会自己帮助自己'] },
    { type: 2, fields: ['下列正确的是<br>A. 甲<br>B. 乙<br>C. 丙', 'BC'] },
    { type: 2, fields: ['社会工作是一种专业', '对'] },
    { type: 3, fields: ['小组工作分为{{c1::准备}}、{{c2::开始::阶段}}等阶段', ''] },
    { type: 4, fields: ['选两项', '1', '甲', '乙', '丙', '1 0 1', ''] },
    { type: 4, fields: ['逐项判断', '0', '甲', '乙', '丙', '1 0 1', ''] },
    { type: 5, fields: ['哪些对', '甲||乙||丙', '1||3', ''] },
    { type: 1, fields: ['答案看不懂', '甲', '乙', '丙', 'Z9', ''] },
  ],
}

test.each([
  ['anki2', oldCollection, (bytes: Uint8Array) => bytes],
  ['anki21', oldCollection, (bytes: Uint8Array) => bytes],
  ['anki21b', newCollection, zstd],
])('notes of a %s collection are questions, whatever cards they make', async (extension, make, pack) => {
  const { questions, format } = await read(pack(await make(given)), `collection.${extension}`)
  expect(format).toBe('apkg')
  expect(questions).toHaveLength(given.notes.length)
  const drafts = questions.map((one) => one.draft)
  expect(drafts[0]).toMatchObject({
    ...{ stem: '接案的首要任务', choices: ['A'], explanation: '先有关系', chapter: '个案工作', topics: ['接案'] },
    options: [{ text: '建立**关系**' }, { text: '评估' }, { text: '结案' }],
    externalId: { source: 'anki', id: 'g0' },
  })
  expect(drafts[1]).toMatchObject({ type: 'essay', stem: '助人自助指什么', modelAnswer: '帮助人学会自己帮助自己' })
  expect(drafts[2]).toMatchObject({ stem: '下列正确的是', choices: ['B', 'C'] })
  expect(drafts[3]).toMatchObject({ type: 'true-false', choices: ['A'] })
  expect(drafts[4]).toMatchObject({
    type: 'fill',
    stem: '小组工作分为（　）、（　）等阶段',
    blanks: [['准备'], ['开始']],
  })
  expect(drafts[5]).toMatchObject({ type: 'multiple', choices: ['A', 'C'] })
  expect(drafts[6]).toMatchObject({ type: 'unsupported' })
  expect(drafts[7]).toMatchObject({ choices: ['A', 'C'], options: [{ text: '甲' }, { text: '乙' }, { text: '丙' }] })
  const codes = questions.map((one) => one.findings.map((found) => found.code).join())
  expect(codes).toEqual(['', '', '', '', '', '', 'UNSUPPORTED_TYPE', '', 'KEY_NOT_UNDERSTOOD'])
})

test('the stub beside a new collection is passed over', async () => {
  const stub = await oldCollection({
    types: given.types,
    notes: [{ type: 2, fields: ['Please update', 'to a newer Anki'] }],
  })
  const bytes = await packed([
    ['collection.anki2', stub],
    ['collection.anki21b', zstd(await newCollection(given))],
  ])
  expect((await readApkg(bytes, options)).questions).toHaveLength(given.notes.length)
})

test.each([
  ['old', JSON.stringify({ 0: 'a b.png' }), (bytes: Uint8Array) => bytes],
  ['new', Uint8Array.from([10, 9, 10, 7, ...new TextEncoder().encode('a b.png')]), zstd],
])('pictures of an %s package are known by their content; what is missing is told', async (_, list, pack) => {
  const fields = ['看图<img src="a%20b.png">和<img src="none.png">', '答']
  const collection = await oldCollection({ types: given.types, notes: [{ type: 2, fields }] })
  const media = typeof list === 'string' ? list : zstd(list)
  const { questions, media: found } = await readApkg(
    await packed([
      ['collection.anki2', collection],
      ['media', media],
      ['0', pack(picture)],
    ]),
    options,
  )
  expect([...found.keys()]).toEqual([somePictures[0]?.hash])
  expect(questions[0]?.draft.stem).toContain(`](media:${somePictures[0]?.hash})`)
  expect(questions[0]?.findings.map((one) => one.code)).toEqual(['MEDIA_MISSING'])
})

test.each([
  [
    'a view instead of a table',
    'CREATE VIEW notes AS WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x FROM t) SELECT x AS id FROM t',
  ],
  ['a generated column', 'CREATE TABLE notes (id, guid, mid, tags, flds AS (zeroblob(1000000000)))'],
])('%s is refused', async (_, sql) => {
  const { default: initSqlJs } = await import('sql.js')
  const { Database } = await initSqlJs()
  const db = new Database()
  db.run(sql)
  await expect(read(db.export())).rejects.toThrow(Unreadable)
})

test.each([
  ['a window of gigabytes', Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0xff, 0, 0, 0, 0])],
  ['a size of terabytes', Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0b1110_0000, 0, 0, 0, 0, 0, 1, 0, 0, 1])],
  ['nothing after its header', Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x40])],
])('a Zstandard file with %s is refused', async (_, bytes) => {
  await expect(read(bytes, 'collection.anki21b')).rejects.toThrow(Unreadable)
})
