import type { Due } from '@/domain/deliveries/commands'

type How = { never?: boolean; wishedMs?: number }

/**
 * Something could not be handed over.
 * @property fault why, without the address: it stands in the log
 * @property wishedMs how long the other side wants to be left alone; null when there is no use in trying again
 */
export class Undelivered extends Error {
  readonly wishedMs: number | null
  constructor(
    readonly fault: string,
    { never = false, wishedMs = 0 }: How = {},
  ) {
    super(fault)
    this.wishedMs = never ? null : wishedMs
  }
}

/** One way to hand something over. `send` throws `Undelivered`, and gives the other side less than a minute. */
export type Sender = {
  /** So many may be in its hands at once. */
  hands: () => number
  send: (due: Due) => Promise<void>
  /** There is nothing more to send for now. */
  rest?: () => void
}
