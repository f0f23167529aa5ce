/**
 * How a question goes from hand to hand: draft → in review → published → retired. What was published goes on being set
 * as it is while a newer version of it waits: that one has a state of its own, and takes the other's place when it is
 * published. Whoever wrote a version does not approve it, unless a team of one says so. Source: the studio's issue.
 *
 * Example: published, with a next version in review by ana; ben publishes it → published, the next version is current.
 */
export const statuses = ['draft', 'review', 'published', 'retired'] as const

export type Standing = {
  status: (typeof statuses)[number]
  /** Of the version that waits; null when none does. */
  nextStatus: 'draft' | 'review' | null
}
export const moves = ['submit', 'publish', 'send-back', 'retire'] as const
export type Move = (typeof moves)[number]

type Asked = {
  standing: Standing
  /** Who wrote the version that moves; null for a seed and for the command line. */
  authorId: string | null
  /** Whether it says where it comes from. */
  hasSource: boolean
  actor: { id: string; mayApprove: boolean; approvesOwn: boolean }
}
type Moved = { to: Standing } | { refused: 'wrong-state' | 'forbidden' | 'own-work' | 'no-source' }

const wrongState: Moved = { refused: 'wrong-state' }

function published({ standing, authorId, hasSource, actor }: Asked): Moved {
  const { status, nextStatus } = standing
  if (!actor.mayApprove) return { refused: 'forbidden' }
  const waiting = nextStatus ?? status
  if (waiting === 'published' || (waiting === 'draft' && !actor.approvesOwn)) return wrongState
  if (authorId === actor.id && !actor.approvesOwn) return { refused: 'own-work' }
  return hasSource ? { to: { status: 'published', nextStatus: null } } : { refused: 'no-source' }
}

/** The state of the version that waits goes from one to another; on what was never published that is the question's own. */
function between({ status, nextStatus }: Standing, from: 'draft' | 'review', to: 'draft' | 'review'): Moved {
  if (nextStatus !== null) return nextStatus === from ? { to: { status, nextStatus: to } } : wrongState
  return status === from ? { to: { status: to, nextStatus } } : wrongState
}

/** Where a move leads, or why it may not be made. */
export function moved(move: Move, asked: Asked): Moved {
  const { standing } = asked
  if (move === 'submit') return between(standing, 'draft', 'review')
  if (move === 'send-back') return between(standing, 'review', 'draft')
  if (move === 'publish') return published(asked)
  if (standing.status === 'retired') return wrongState
  return { to: { status: 'retired', nextStatus: standing.nextStatus } }
}

/** Where a new version leaves a question: whoever changes what is in review takes it back to a draft. */
export const edited = ({ status }: Standing): Standing =>
  status === 'published' || status === 'retired'
    ? { status, nextStatus: 'draft' }
    : { status: 'draft', nextStatus: null }
