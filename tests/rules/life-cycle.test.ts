import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edited, type Move, moved, moves, type Standing, statuses } from '@/domain/question-desk/life-cycle'

const ana = { id: 'ana', mayApprove: true, approvesOwn: false }
const standing = (words: string): Standing => {
  const [status, nextStatus] = words.split('+')
  return { status, nextStatus: nextStatus ?? null } as Standing
}
const told = ({ status, nextStatus }: Standing) => (nextStatus ? `${status}+${nextStatus}` : status)
const outcome = (from: string, move: Move, more: object = {}, actor = ana) => {
  const asked = { standing: standing(from), authorId: 'ben', hasSource: true, actor, ...more }
  const found = moved(move, asked)
  return 'to' in found ? told(found.to) : found.refused
}

describe('where each move leads', () => {
  test.each<[string, Move, string]>([
    ['draft', 'submit', 'review'],
    ['review', 'submit', 'wrong-state'],
    ['published', 'submit', 'wrong-state'],
    ['published+draft', 'submit', 'published+review'],
    ['retired+draft', 'submit', 'retired+review'],
    ['draft', 'publish', 'wrong-state'],
    ['review', 'publish', 'published'],
    ['published', 'publish', 'wrong-state'],
    ['published+draft', 'publish', 'wrong-state'],
    ['published+review', 'publish', 'published'],
    ['retired', 'publish', 'published'],
    ['retired+draft', 'publish', 'wrong-state'],
    ['retired+review', 'publish', 'published'],
    ['review', 'send-back', 'draft'],
    ['draft', 'send-back', 'wrong-state'],
    ['published+review', 'send-back', 'published+draft'],
    ['published', 'send-back', 'wrong-state'],
    ['draft', 'retire', 'retired'],
    ['review', 'retire', 'retired'],
    ['published', 'retire', 'retired'],
    ['published+review', 'retire', 'retired+review'],
    ['retired', 'retire', 'wrong-state'],
  ])('%s, %s: %s', (from, move, to) => expect(outcome(from, move)).toBe(to))
})

describe('who may publish, and what', () => {
  test.each<[string, string, object, Partial<typeof ana>, string]>([
    ['somebody else', 'review', {}, {}, 'published'],
    ['its author', 'review', { authorId: 'ana' }, {}, 'own-work'],
    ['its author, in a team of one', 'review', { authorId: 'ana' }, { approvesOwn: true }, 'published'],
    ['a team of one, a draft', 'draft', { authorId: 'ana' }, { approvesOwn: true }, 'published'],
    ['a team of one that may not', 'draft', { authorId: 'ana' }, { approvesOwn: true, mayApprove: false }, 'forbidden'],
    ['anybody, what the command line brought', 'review', { authorId: null }, {}, 'published'],
    ['an editor', 'review', {}, { mayApprove: false }, 'forbidden'],
    ['anybody, without a source', 'review', { hasSource: false }, {}, 'no-source'],
    ['its author, what was retired', 'retired', { authorId: 'ana' }, {}, 'own-work'],
  ])('%s', (_, from, more, actor, to) => expect(outcome(from, 'publish', more, { ...ana, ...actor })).toBe(to))
})

test.each([
  ['draft', 'draft'],
  ['review', 'draft'],
  ['published', 'published+draft'],
  ['published+review', 'published+draft'],
  ['retired', 'retired+draft'],
])('%s, edited: %s', (from, to) => expect(told(edited(standing(from)))).toBe(to))

test('what was never reviewed is never published by two people, whatever they do', () => {
  const step = fc.record({ who: fc.constantFrom('ana', 'ben'), what: fc.constantFrom('edit', ...moves) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let [state, author, published]: [Standing, string, string | null] = [standing('draft'), 'ben', null]
      for (const { who, what } of steps) {
        if (what === 'edit') [state, author] = [edited(state), who]
        else {
          const actor = { id: who, mayApprove: true, approvesOwn: false }
          const found = moved(what, { standing: state, authorId: author, hasSource: true, actor })
          if (!('to' in found)) continue
          if (what === 'publish') {
            expect(who).not.toBe(author)
            published = author
          }
          state = found.to
        }
        expect(statuses).toContain(state.status)
        if (published === null) expect(state.status).not.toBe('published')
      }
    }),
  )
})
