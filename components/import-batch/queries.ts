import type { z } from 'zod'
import { searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import type { batchOutput, sampleOutput } from '@/domain/imports/output'

export type Batch = z.infer<typeof batchOutput>
export type Sample = z.infer<typeof sampleOutput>

export const submitBatch = (id: string) => api<Batch>(`/imports/${id}/submit`, { method: 'POST', body: {} })
export const publishBatch = (id: string) => api<Batch>(`/imports/${id}/publish`, { method: 'POST', body: {} })

export const fetchSample = (id: string, seed: string) =>
  api<Sample>(`/imports/${id}/sample${searchOf({ count: '20', seed })}`)
