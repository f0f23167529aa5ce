import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { importItems, imports } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { mend } from '@/domain/imports/items/mend-commands'
import { getImport } from '@/domain/imports/queries'
import { newestContents } from '@/domain/imports/recognition/print-queries'
import { committed, staged } from '../support/staging'
import { teaCopy } from '../support/tea-copy'

const subject = 'recognised'
const now = new Date('2030-01-15T17:00:00Z')
beforeAll(() => seedExam(teaCopy(subject, { choice: 6 }), now))

const header = '题型,题干,A,B,C,D,答案,解析'
const rows = [
  '单选,社会工作者在接案阶段的首要任务是什么,建立专业关系,制定服务计划,评估服务成效,处理离别情绪,A,先有关系。',
  '单选,小组工作中期转折阶段社工的工作重点是什么,处理冲突,相互认识,巩固成果,招募组员,A,',
  '判断,社会工作是一种助人自助的专业活动,正确,错误,,,A,',
]
const csv = (...lines: string[]) => [header, ...lines].join('\n')
const [intake = '', group = '', judged = ''] = rows

async function itemsOf(importId: string) {
  const items = await db()
    .select()
    .from(importItems)
    .where(eq(importItems.importId, importId))
    .orderBy(asc(importItems.position))
  return items.map(({ action, questionId, findings }) => ({
    questionId,
    outcome: [
      action,
      ...findings.map((one) => one.code).filter((code) => /KEY_CONF|DUPL|WITHIN|ID_RE/.test(code)),
    ].join(' '),
    like: findings.find((one) => one.code === 'DUPLICATE_NEAR')?.params.questionId,
  }))
}
const outcomes = async (importId: string) => (await itemsOf(importId)).map((one) => one.outcome)

test('what the bank holds is recognised, and what a hidden import brought is not there', async () => {
  const first = await committed(subject, csv(...rows))
  const brought = (await itemsOf(first.id)).map((one) => one.questionId ?? '')
  const contents = await newestContents(brought)
  expect([...contents.keys()].sort()).toEqual([...brought].sort())

  expect(await outcomes((await staged(subject, csv(...rows))).id)).toEqual(['same', 'same', 'same'])
  const changed = csv(
    intake.replace('先有关系。', '关系是服务的开始。'),
    group.replace(',A,', ',B,'),
    judged.replace('专业活动', '专门活动'),
    intake.replace('首要任务', '首要任物'),
    '单选,全新的题目问的是哪一部法律,慈善法,民法典,社区矫正法,信访工作条例,A,',
  )
  const again = await itemsOf((await staged(subject, changed)).id)
  expect(again.map((one) => one.outcome)).toEqual([
    'version',
    'wait KEY_CONFLICT',
    'add DUPLICATE_NEAR',
    'add WITHIN_FILE DUPLICATE_NEAR',
    'add',
  ])
  expect(again.slice(0, 2).map((one) => one.questionId)).toEqual(brought.slice(0, 2))
  expect(again.slice(2, 4).map((one) => one.like)).toEqual([brought[2], brought[0]])

  await write((tx) => tx.update(imports).set({ status: 'undoing' }).where(eq(imports.id, first.id)))
  expect(await outcomes((await staged(subject, csv(...rows))).id)).toEqual(['add', 'add', 'add'])
})

test('a file that says less than the bank changes nothing', async () => {
  const without = (line: string) => line.replace('先有关系。', '')
  const { id } = await committed(subject, csv(intake.replace('接案', '结案')))
  expect(id).toBeDefined()
  expect(await outcomes((await staged(subject, csv(without(intake.replace('接案', '结案'))))).id)).toEqual(['same'])
})

test('what somebody edits is compared with the whole bank again', async () => {
  const known =
    '单选,社区工作者动员居民参与楼道加装电梯协商会时最先要做的是什么,了解各户的想法,公布施工的图纸,表决分摊的方案,邀请媒体来报道,A,'
  const [bank] = await itemsOf((await committed(subject, csv(known))).id)
  const { id } = await staged(
    subject,
    csv('单选,另外一道题目问的是哪一部法律呢,慈善法,民法典,社区矫正法,信访工作条例,A,'),
  )
  const position = (await db().select().from(importItems).where(eq(importItems.importId, id)))[0]?.position ?? 0
  const editor = { id: 'nobody', role: 'admin' as const, subjects: null }
  const edit = async (stem: string, options: readonly string[]) => {
    const draft = { stem, options: options.map((text) => ({ text, explanation: '' })) }
    await mend(editor, id, { items: [{ position, draft }] }, now)
    const { counts } = await getImport(editor, id)
    return { item: (await itemsOf(id))[0], near: counts.byFinding.DUPLICATE_NEAR ?? 0 }
  }
  const options = ['了解各户的想法', '公布施工的图纸', '表决分摊的方案', '邀请媒体来报道']
  const like = await edit('社区工作者动员居民参加楼道加装电梯协商会时首先要做的是什么', options)
  expect(like).toMatchObject({ item: { outcome: 'add DUPLICATE_NEAR', like: bank?.questionId }, near: 1 })
  const other = await edit('志愿者登记服务时间以什么为准', ['服务记录', '本人回忆', '同伴转述', '活动照片'])
  expect(other).toMatchObject({ item: { outcome: 'add', like: undefined }, near: 0 })
})
