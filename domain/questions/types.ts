/** What can be practised. Apart from its schemas, so that pages may know it without them. */
export const questionTypes = ['single', 'multiple', 'true-false', 'fill', 'numeric', 'essay'] as const
export type QuestionType = (typeof questionTypes)[number]
