import type { SealStyle } from '@/domain/check-ins/seal'
import type { Progress } from '@/domain/progress/view'

export type SealOfDay = Progress['seals'][number]

/** A make-up shows as one even with full marks: it is what a calendar must not pretend away. */
export function sealStyle({ kind, full }: Pick<SealOfDay, 'kind' | 'full'>): SealStyle {
  return kind === 'made-up' ? 'made-up' : full ? 'solid' : 'relief'
}
