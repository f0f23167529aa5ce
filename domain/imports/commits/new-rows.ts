/**
 * The rows of a question that an import adds, from what was staged. Its case group is made of the children that are added:
 * a child that waits leaves no hole, and the first of those that come leads.
 */

import type { LawEdition } from '@/domain/questions/law-eligibility'
import { inForce } from '@/domain/questions/law-eligibility'
import type { Print } from '../recognition/identity'
import type { MadeQuestion } from './made-question'

export type Added = {
  made: MadeQuestion
  versionId: string
  subjectSlug: string
  chapterKey: string | null
  section: string
  print: Print
  group: GroupPlace | null
}
export type GroupPlace = { id: string; index: number; of: number }
export type Bringing = { importId: string; userId: string | null; now: Date }

type Computed = { shuffle: number; editions: readonly LawEdition[] }

export function questionRow({ group, made, ...of }: Added, { importId, now }: Bringing, computed: Computed) {
  const { from, until } = inForce(made.sources, computed.editions)
  return {
    id: made.questionId,
    subjectSlug: of.subjectSlug,
    type: made.type,
    section: of.section,
    status: 'draft' as const,
    chapterKey: of.chapterKey,
    difficulty: made.difficulty,
    currentVersionId: of.versionId,
    importId,
    groupId: group?.id ?? null,
    groupIndex: group?.index ?? 0,
    groupOf: group?.of ?? 0,
    leads: !group || group.index === 1,
    withheld: false,
    lastUsedOn: '',
    shuffle: computed.shuffle,
    inForceFrom: from,
    inForceUntil: until,
    origin: 'import' as const,
    createdAt: now,
    updatedAt: now,
  }
}

type NewVersion<C> = { versionId: string; questionId: string; content: C; number: number; contentHash: string }

/** @typeParam C the content, or its text as it is stored */
export const versionRow = <C>(of: NewVersion<C>, { importId, userId, now }: Bringing) => ({
  id: of.versionId,
  questionId: of.questionId,
  number: of.number,
  content: of.content,
  contentHash: of.contentHash,
  origin: 'import' as const,
  authorId: userId,
  importId,
  createdAt: now,
})

export const printRow = ({ made, subjectSlug, print }: Added, { importId }: Bringing) => ({
  questionId: made.questionId,
  subjectSlug,
  ...print,
  importId,
})

export type Child = { groupId: string; questionId: string | null; isNew: boolean }
type Known = ReadonlyMap<string, { groupId: string | null }>

function childrenOf(items: readonly Child[]): Map<string, Child[]> {
  const groups = new Map<string, Child[]>()
  for (const one of items) groups.set(one.groupId, [...(groups.get(one.groupId) ?? []), one])
  return groups
}

/**
 * Where each new child of a case group stands, by question. Where siblings are in the bank already, the new ones follow them;
 * a child that comes alone is a question on its own.
 * @param items children that are added or there already, in the order of the file
 */
export function groupPlaces(items: readonly Child[], known: Known, idOf: (groupId: string) => string) {
  const places = new Map<string, GroupPlace>()
  for (const [groupId, children] of childrenOf(items)) {
    const old = children.filter((one) => !one.isNew)
    const fresh = children.flatMap((one) => (one.isNew && one.questionId !== null ? [one.questionId] : []))
    const there = old.flatMap((one) => known.get(one.questionId ?? '')?.groupId ?? [])[0]
    const of = old.length + fresh.length
    const first = there === undefined ? 1 : old.length + 1
    for (const [index, questionId] of fresh.entries())
      if (of > 1) places.set(questionId, { id: there ?? idOf(groupId), index: first + index, of })
  }
  return places
}
