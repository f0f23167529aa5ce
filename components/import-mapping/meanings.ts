import { letterAt } from '@/domain/formats/draft'
import { type ColumnMeaning, columnFields, type TableFound } from '@/domain/formats/reading'

/** What a column can mean, as one text for a list: `option:2` is the text of option C. */
export type MeaningChoice = { value: string; field: string; letter: string | null; meaning: ColumnMeaning }

const letters = Array.from({ length: 8 }, (_, index) => index)
/** Fields that one option has, and a column for each. */
const ofOptions = ['option', 'optionRight', 'optionWeight'] as const
const ofOption = (field: (typeof ofOptions)[number]): MeaningChoice[] =>
  letters.map((option) => ({
    value: `${field}:${option}`,
    field,
    letter: letterAt(option),
    meaning: { field, option },
  }))

const reasons: MeaningChoice[] = letters.map((option) => ({
  value: `explanation:${option}`,
  field: 'optionExplanation',
  letter: letterAt(option),
  meaning: { field: 'explanation', explanationOf: option },
}))

export const meaningChoices: readonly MeaningChoice[] = columnFields.flatMap((field) => {
  const each = ofOptions.find((one) => one === field)
  if (each) return ofOption(each)
  return [{ value: field, field, letter: null, meaning: { field } }, ...(field === 'explanation' ? reasons : [])]
})

/** As the list has it; nothing for a column that nobody knows the meaning of. */
function listedMeaning(meaning: ColumnMeaning | null): string {
  if (!meaning) return ''
  const { field, option, explanationOf } = meaning
  const of = explanationOf ?? option
  return of === undefined ? field : `${field}:${of}`
}

/** What is chosen for each column: table's fingerprint → header → value of the list. */
export type Chosen = Record<string, Record<string, string>>

export const chosenIn = (tables: readonly TableFound[]): Chosen =>
  Object.fromEntries(
    tables.map(({ fingerprint, columns }) => [
      fingerprint,
      Object.fromEntries(columns.map(({ header, meaning }) => [header, listedMeaning(meaning)])),
    ]),
  )

export function columnsOf(chosen: Chosen): Record<string, Record<string, ColumnMeaning>> {
  const meaningOf = new Map(meaningChoices.map(({ value, meaning }) => [value, meaning]))
  return Object.fromEntries(
    Object.entries(chosen).map(([fingerprint, headers]) => [
      fingerprint,
      Object.fromEntries(
        Object.entries(headers).flatMap(([header, value]) => {
          const meaning = meaningOf.get(value)
          return meaning ? [[header, meaning]] : []
        }),
      ),
    ]),
  )
}
