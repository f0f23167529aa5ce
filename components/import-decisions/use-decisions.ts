import { useRef, useState } from 'react'
import type { ApiError, ConnectionError } from '@/components/http'
import { changeItems } from '@/components/imports/queries'
import { refused } from '@/components/staff/refusal'
import type { ItemPatch } from '@/domain/imports/input'
import type { ImportView, ItemView } from '@/domain/imports/output'
import { type Change, readDecisions, type Step, stepsBack, writeDecisions } from './decisions'

type DecisionsOf = {
  id: string
  onImport: (view: ImportView) => void
  renew: (position: number) => Promise<void>
  reset: () => Promise<void>
  /** The position of the question after one. */
  after: (position: number) => Promise<number | null>
}

const reorders = ({ op }: Change) => op === 'split' || op === 'merge'

/** Sends what is decided, one after the other, and knows the way back; across reloads too. */
export function useDecisions({ id, onImport, renew, reset, after }: DecisionsOf) {
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, setWaiting] = useState(0)
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  /** One at a time: the second press must not overtake the first. @returns whether it was done */
  const inTurn = (work: () => Promise<void>): Promise<boolean> => {
    const done = queue.current.then(async () => {
      try {
        await work()
        setError(null)
        return true
      } catch (reason) {
        setError(refused(reason))
        return false
      } finally {
        setWaiting((count) => count - 1)
      }
    })
    setWaiting((count) => count + 1)
    queue.current = done
    return done
  }
  const send = async (patch: ItemPatch) => {
    const view = await changeItems(id, [patch])
    if (reorders(patch)) await reset()
    else await renew(patch.position)
    // Last: whoever reads the new counts may press the next key, and must meet the question as it is now.
    onImport(view)
  }
  const decide = (item: ItemView, change: Change, into?: ItemView) =>
    inTurn(async () => {
      await send({ position: item.position, ...change })
      writeDecisions(id, [...readDecisions(id), { change, before: item, ...(into && { into }) }])
    })
  const goBack = async (step: Step) => {
    if ('position' in step) return send(step)
    const position = await after(step.next)
    if (position !== null) await send({ position, ...step.change })
  }
  const undo = () =>
    inTurn(async () => {
      const last = readDecisions(id).at(-1)
      for (const step of last ? stepsBack(last) : []) await goBack(step)
      writeDecisions(id, readDecisions(id).slice(0, -1))
    })
  /** Where the decision was that undoing takes back; null when there is none. */
  const lastAt = () => readDecisions(id).at(-1)?.before.position ?? null
  return { decide, undo, lastAt, error, isSending: waiting > 0 }
}
