import type { ValueMapping } from '@/domain/formats/reading'
import { questionTypes } from '@/domain/questions/types'
import type { ValueKind } from './value-rows'

/** What is chosen for each word of the file, all as texts of lists. */
export type ChosenValues = Record<ValueKind, Record<string, string>>

const texts = (map: Record<string, string | number> = {}) =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, String(value)]))

export const chosenValues = (values: ValueMapping = {}): ChosenValues => ({
  type: texts(values.type),
  chapter: texts(values.chapter),
  subject: texts(values.subject),
  difficulty: texts(values.difficulty),
})

const chosen = (map: Record<string, string>) => Object.entries(map).filter(([, value]) => value !== '')

export function valuesOf({ type, chapter, subject, difficulty }: ChosenValues): ValueMapping {
  const types = chosen(type).flatMap(([name, value]) => {
    const known = questionTypes.find((one) => one === value)
    return known ? [[name, known] as const] : []
  })
  return {
    type: Object.fromEntries(types),
    chapter: Object.fromEntries(chosen(chapter)),
    subject: Object.fromEntries(chosen(subject)),
    difficulty: Object.fromEntries(chosen(difficulty).map(([name, value]) => [name, Number(value)])),
  }
}
