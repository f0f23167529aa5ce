/**
 * What a reader, or the check after it, has to say. The words are in messages/*.json under `findings`, by code, with
 * `params`; `seen` is what stands in the file. Source: facts on formats, section 3.
 */
export const findingCodes = {
  // Of a file: nothing can be read.
  FORMAT_UNKNOWN: 'error',
  FORMAT_OLD_WORD: 'error',
  FILE_EMPTY: 'error',
  FILE_DAMAGED: 'error',
  FILE_TOO_LARGE: 'error',
  FILE_UNSAFE: 'error',
  NO_QUESTIONS: 'error',
  TOO_MANY_QUESTIONS: 'error',
  QUOTE_UNCLOSED: 'error',
  HEADER_NOT_FOUND: 'error',
  KEY_COUNT_MISMATCH: 'error',
  ENCODING_GUESSED: 'info',
  COLUMN_UNKNOWN: 'info',
  ROW_SKIPPED: 'info',
  MATERIAL_ASSUMED: 'warning',
  TYPE_CODES_ASK: 'error',
  // Of a question: it cannot be practised as it stands.
  SYNTAX: 'error',
  STEM_MISSING: 'error',
  OPTIONS_MISSING: 'error',
  OPTIONS_TOO_MANY: 'error',
  OPTION_EMPTY: 'error',
  OPTION_TWICE: 'warning',
  TYPE_UNKNOWN: 'error',
  TYPE_INFERRED: 'warning',
  TYPE_KEY_CLASH: 'warning',
  KEY_MISSING: 'error',
  KEY_NOT_IN_OPTIONS: 'error',
  KEY_NOT_UNDERSTOOD: 'error',
  KEY_ALL_RIGHT: 'warning',
  OPTION_COUNT_UNUSUAL: 'warning',
  OPTION_LOOKS_LIKE_DATE: 'warning',
  UNSUPPORTED_TYPE: 'error',
  UNSUPPORTED_PART: 'warning',
  MATH_LOST: 'error',
  MATH_CONVERTED: 'info',
  MEDIA_MISSING: 'error',
  MEDIA_REFUSED: 'error',
  TEXT_TOO_LONG: 'error',
  MARKING_POINTS_MISSING: 'warning',
  EXPLANATION_SPLIT: 'info',
  WEIGHTS_IGNORED: 'info',
  SUBJECT_UNKNOWN: 'error',
  SUBJECT_FOREIGN: 'error',
  SECTION_MISSING: 'warning',
  CHAPTER_UNKNOWN: 'warning',
  DIFFICULTY_UNKNOWN: 'info',
  // Of a question against the bank, or against the same file.
  KEY_CONFLICT: 'error',
  ID_REUSED: 'error',
  DUPLICATE_EXACT: 'warning',
  DUPLICATE_NEAR: 'warning',
  WITHIN_FILE: 'warning',
  // Of a question that is written: what the format cannot hold.
  NOT_HELD: 'warning',
  LEFT_OUT: 'error',
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof findingCodes
/** An error keeps its question out (or the whole file); a warning wants a look; info only tells. */
export type Severity = 'error' | 'warning' | 'info'

/** Where in the file: rows and lines count from 1 as spreadsheets and editors do; `path` is an element or entry. */
export type Place = { sheet?: string; row?: number; column?: string; line?: number; path?: string }

/** A place in a few characters: 「Sheet1!12」. */
export const placeWords = ({ sheet, row, line, path }: Place) =>
  [sheet, row ?? line, path].filter((one) => one !== undefined).join('!')

export type Finding = {
  code: FindingCode
  severity: Severity
  place: Place
  /** At most some 200 characters each. */
  params: Record<string, string | number>
  /** What one press can do about it; each patches the draft. */
  fixes?: { label: string; patch: Record<string, unknown> }[]
}

const longest = 200
const short = (value: string | number) =>
  typeof value === 'string' && value.length > longest ? `${[...value].slice(0, longest).join('')}…` : value

export function finding(
  code: FindingCode,
  place: Place,
  params: Record<string, string | number> = {},
  fixes?: Finding['fixes'],
): Finding {
  const kept = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]))
  return { code, severity: findingCodes[code], place, params: kept, ...(fixes && { fixes }) }
}
