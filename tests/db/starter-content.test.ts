import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readContent } from '@/bin/commands/content/read-content'
import { db } from '@/db/client'
import { importItems, questions } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { brought } from '../support/staging'

const folder = join('content', 'exams', 'social-work')
const { exam, laws, questions: seeded } = readContent(folder)
const subjects = exam.subjects.map((one) => one.slug)
const filesOf = (subject: string) =>
  readdirSync(join(folder, 'questions', subject)).map((file) => join(folder, 'questions', subject, file))

beforeAll(() => seedExam({ exam, laws, questions: [] }, new Date('2026-11-29T04:00:00Z')))

test.each(subjects)(
  'the starter questions of %s come in as drafts by the path of every other bank',
  async (subject) => {
    const before = await db().$count(questions)
    let read = 0
    for (const file of filesOf(subject)) {
      const one = await brought(subject, readFileSync(file, 'utf8'), { partial: false })
      const items = await db().select().from(importItems).where(eq(importItems.importId, one.id))
      const told = items.flatMap((item) => item.findings.filter((found) => found.severity !== 'info'))
      expect(one, JSON.stringify(told.slice(0, 3))).toMatchObject({ status: 'committed', counts: { errors: 0 } })
      expect(one.counts.byAction).toMatchObject({ add: one.counts.questions, wait: 0 })
      read += one.counts.questions
    }
    expect(read).toBe(seeded.filter((one) => one.subject === subject).length)
    expect((await db().$count(questions)) - before).toBe(read)
  },
)
