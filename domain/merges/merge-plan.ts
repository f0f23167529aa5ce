/**
 * How two histories of one person become one, when a guest joins a member.
 *
 * Rule: nothing is lost and nothing is counted twice.
 * - Attempts, answers and reports are all kept; they belong to the member.
 * - Of two unfinished attempts at the same questions the one with more answers stays open (on a tie the member's); the other
 *   ends as it stands.
 * - A day is checked in once per exam: done in time beats made up, else the earlier check-in stands.
 * - A note on the same question keeps both texts, the member's first.
 * - A browser that asks to practise goes on asking, once.
 * - What the member has chosen (settings, goal) stands; what was chosen as a guest fills the gaps.
 * Source: product.md, "A guest is a real user without a name"; trust.md, Accounts.
 *
 * Example: a guest did 20 and 21 November, the member made up the 21st and did the 22nd. After it: the 20th, 21st and 22nd,
 * all done, a streak of three; the make-up of the 21st is free again.
 */
/** A guest and the member whom it joins. */
export type Pair = { guestId: string; memberId: string }

export type Entered = { examSlug: string; day: string; kind: 'done' | 'made-up'; createdAt: Date }

const keyOf = ({ examSlug, day }: Pick<Entered, 'examSlug' | 'day'>) => `${examSlug}|${day}`

function beats(theirs: Entered, mine: Entered): boolean {
  if (theirs.kind !== mine.kind) return theirs.kind === 'done'
  return theirs.createdAt < mine.createdAt
}

/** The guest's check-ins that the member takes over, and those of the member's that give way to them. */
export function planCheckIns<C extends Entered>(
  member: readonly C[],
  guest: readonly C[],
): { taken: C[]; replaced: C[] } {
  const mine = new Map(member.map((one) => [keyOf(one), one]))
  const taken = guest.filter((one) => {
    const known = mine.get(keyOf(one))
    return known === undefined || beats(one, known)
  })
  const replaced = taken.flatMap((one) => mine.get(keyOf(one)) ?? [])
  return { taken, replaced }
}

/** Which of two unfinished attempts at the same questions ends, by the number of answers in each. */
export const endsOnJoin = (answered: { guest: number; member: number }): 'guest' | 'member' =>
  answered.guest > answered.member ? 'member' : 'guest'

/** One note of two; the same text twice is one text. */
export const joinTexts = (member: string, guest: string) => (member === guest ? member : `${member}\n\n${guest}`)

/** The key of an open attempt begins with its owner's id. */
export const openKeyFor = (openKey: string, guestId: string, memberId: string) =>
  openKey.startsWith(`${guestId}|`) ? `${memberId}${openKey.slice(guestId.length)}` : openKey
