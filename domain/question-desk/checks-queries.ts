import { and, eq, inArray } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { chapters, media } from '@/db/schema'
import { sectionOfType } from '@/domain/exams/lookup'
import { getSubject } from '@/domain/exams/queries'
import { structureFaults } from '@/domain/questions/check'
import { picturesOf } from '@/domain/questions/content-traces'
import type { QuestionContent } from '@/domain/questions/input'
import { caresFor } from '@/domain/users/permissions'
import { Refusal } from '@/lib/errors'
import type { Desk } from './queries'

const invalid = (path: string, code: string, message: string) =>
  new Refusal('invalid', { detail: message, errors: [{ path: `body.${path}`, code, message }] })

/** @throws Refusal `invalid` for a chapter that no syllabus of the subject has */
export async function requireChapter(tx: Handle, of: { subject: string; chapter: string | null }) {
  if (of.chapter === null) return
  const known = and(eq(chapters.subjectSlug, of.subject), eq(chapters.key, of.chapter))
  if ((await tx.$count(chapters, known)) === 0) throw invalid('chapter', 'unknown', `no chapter ${of.chapter}`)
}

/**
 * What a person writes must hold together and show pictures that are there. What an import only warns of (another number of
 * options than the paper has, two that say the same) keeps nobody from mending the rest.
 * @throws Refusal `invalid`
 */
export async function requireSound(tx: Handle, of: { subject: string; content: QuestionContent }) {
  const { paper } = await getSubject(of.subject, tx)
  const section = sectionOfType(paper, of.content.type)
  const message = `the paper of ${of.subject} has no section for ${of.content.type}`
  if (!section) throw invalid('content.type', 'section-missing', message)
  const [fault] = structureFaults(of.content)
  if (fault) throw invalid('content', 'unsound', fault)
  const shown = picturesOf(of.content)
  if (shown.length === 0) return
  const known = await tx.select({ hash: media.hash }).from(media).where(inArray(media.hash, shown))
  if (known.length < shown.length) throw invalid('content', 'picture-missing', 'shows a picture that is not there')
}

/** @throws Refusal `not-found` for a subject that does not exist, or is another editor's */
export async function requireSubject(tx: Handle, { user }: Desk, subject: string) {
  await getSubject(subject, tx)
  if (!caresFor(user, subject)) throw new Refusal('not-found')
}
