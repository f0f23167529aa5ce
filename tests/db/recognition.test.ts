import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { importItems, imports } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
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
