import { ApiError } from '@/components/http'

const refusals = ['not-done-yet', 'no-questions', 'not-found', 'not-set'] as const
export type ReadingRefusal = (typeof refusals)[number]

/** Why there is nothing to read; null when it only did not come. */
export const refusalOf = (error: Error): ReadingRefusal | null =>
  error instanceof ApiError ? (refusals.find((one) => one === error.code) ?? null) : null
