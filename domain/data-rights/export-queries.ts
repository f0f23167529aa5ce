import { and, asc, eq, gt, inArray, like, not, or } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  answers,
  apiTokens,
  attemptItems,
  attempts,
  auditLog,
  identities,
  questionVersions,
  recoveryCodes,
  sessions,
  users,
} from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { viewItem } from './export-view'

/** So few that reading a page holds up nobody. */
const attemptsAtOnce = 5

/** Everything of the account but its secrets: no hash, no cookie, no second factor. @throws Refusal `not-found` */
export async function exportAccount(userId: string) {
  const [row] = await db().select().from(users).where(eq(users.id, userId))
  if (!row) throw new Refusal('not-found')
  const { id, kind, role, subjects, nickname, email, settings, goal, createdAt, eraseAt, totpConfirmedAt } = row
  const hasPassword = row.passwordHash !== null
  const recoveryCodesLeft = await db().$count(recoveryCodes, eq(recoveryCodes.userId, userId))
  const secondFactor = totpConfirmedAt && { since: totpConfirmedAt, recoveryCodesLeft }
  return {
    account: { id, kind, role, subjects, nickname, email, hasPassword, secondFactor, createdAt, eraseAt },
    settings: settings ?? {},
    goal,
    consents: row.consentVersion ? [{ version: row.consentVersion, at: row.consentAt }] : [],
  }
}

export function exportSessions(userId: string) {
  const { id, device, createdAt, lastSeenAt, expiresAt } = sessions
  return db()
    .select({ id, device, createdAt, lastSeenAt, expiresAt })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(createdAt), asc(id))
}

export function exportIdentities(userId: string) {
  const { provider, subject, createdAt } = identities
  return db()
    .select({ provider, subject, createdAt })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(provider), asc(subject))
}

export function exportTokens(userId: string) {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = apiTokens
  return db()
    .select({ id, name, scopes, createdAt, expiresAt, lastUsedAt })
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(asc(createdAt), asc(id))
}

/**
 * What was noted of this person: what was done to the account, by whomever, and what the person did that was done to nobody
 * else. Other people's ids stay out.
 */
export async function exportAudit(userId: string) {
  const { id, at, action, target, details, actorId } = auditLog
  const own = eq(target, `user:${userId}`)
  const done = and(eq(actorId, userId), not(like(target, 'user:%')))
  const rows = await db()
    .select({ at, action, target, details, actorId })
    .from(auditLog)
    .where(or(own, done))
    .orderBy(asc(at), asc(id))
  return rows.map((row) => ({
    at: row.at,
    action: row.action,
    by: row.actorId === userId ? 'self' : row.actorId === null ? 'operator' : 'staff',
    target: row.target,
    details: row.details,
  }))
}

type After = { startedAt: Date; id: string } | undefined

function listAttempts(userId: string, after: After) {
  const { startedAt, id } = attempts
  const later = after && or(gt(startedAt, after.startedAt), and(eq(startedAt, after.startedAt), gt(id, after.id)))
  return db()
    .select()
    .from(attempts)
    .where(and(eq(attempts.userId, userId), later))
    .orderBy(asc(startedAt), asc(id))
    .limit(attemptsAtOnce)
}

function listItems(attemptIds: readonly string[]) {
  return db()
    .select({
      attemptId: attemptItems.attemptId,
      questionId: attemptItems.questionId,
      versionId: attemptItems.versionId,
      flagged: attemptItems.flagged,
      points: attemptItems.points,
      answer: answers.answer,
      verdict: answers.verdict,
      score: answers.score,
      maxScore: answers.maxScore,
      selfMarks: answers.selfMarks,
      spentMs: answers.spentMs,
      answeredAt: answers.answeredAt,
      receivedAt: answers.receivedAt,
      told: answers.told,
    })
    .from(attemptItems)
    .leftJoin(
      answers,
      and(eq(answers.attemptId, attemptItems.attemptId), eq(answers.questionId, attemptItems.questionId)),
    )
    .where(inArray(attemptItems.attemptId, [...attemptIds]))
    .orderBy(asc(attemptItems.attemptId), asc(attemptItems.position), asc(attemptItems.questionId))
}

async function contentsOf(versionIds: readonly string[]) {
  const rows = await db()
    .select({ id: questionVersions.id, content: questionVersions.content })
    .from(questionVersions)
    .where(inArray(questionVersions.id, [...new Set(versionIds)]))
  return new Map(rows.map((row) => [row.id, row.content]))
}

/** A person's attempts with every question and answer, the oldest first, a few at a time. */
export async function* exportAttempts(userId: string) {
  for (let page = await listAttempts(userId, undefined); page.length > 0; ) {
    const items = await listItems(page.map((one) => one.id))
    const contents = await contentsOf(items.map((one) => one.versionId))
    yield page.map((attempt) => {
      const { id, mode, examSlug: exam, subjectSlug: subject, day: on, scope, feedback } = attempt
      const { startedAt, finishedAt, limitSeconds, result } = attempt
      const questions = items.flatMap((item) => {
        const content = item.attemptId === id ? contents.get(item.versionId) : undefined
        return content ? [viewItem(item, content, finishedAt !== null || mode === 'recite')] : []
      })
      return { id, mode, exam, subject, on, scope, feedback, startedAt, finishedAt, limitSeconds, result, questions }
    })
    page = page.length < attemptsAtOnce ? [] : await listAttempts(userId, page.at(-1))
  }
}
export type ExportedAttempt = ReturnType<typeof exportAttempts> extends AsyncGenerator<(infer A)[]> ? A : never
