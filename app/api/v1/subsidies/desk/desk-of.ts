import { firstExam, todayOf } from '@/domain/exams/queries'
import { Refusal } from '@/lib/errors'

/** Who is at the desk, in which exam and on which of its days. @throws Refusal `invalid` for a level that it does not have */
export async function subsidyDesk(actorId: string, now: Date, level: string | null = null) {
  const exam = await firstExam()
  if (level !== null && !exam.levels.some((one) => one.slug === level))
    throw new Refusal('invalid', { errors: [{ path: 'body.level', code: 'level', message: 'no such level' }] })
  return { actorId, exam: exam.slug, today: todayOf(exam, now).today }
}
