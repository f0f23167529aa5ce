import type { QuestionType } from '@/domain/questions/types'

export const questionTypes = [
  'single',
  'multiple',
  'true-false',
  'fill',
  'numeric',
  'essay',
] as const satisfies readonly QuestionType[]

export const statuses = ['draft', 'review', 'published', 'retired'] as const
