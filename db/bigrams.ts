import { integer, table, text } from './columns'

/**
 * SQLite alone: the full-text index beside `question_texts`, by its `number`. It is no table of the schema, since
 * migrations made from the schema could not make it; the second migration does.
 */
export const questionBigrams = table('question_bigrams', { rowid: integer(), bigrams: text() })
