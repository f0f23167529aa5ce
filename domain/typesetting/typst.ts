/** White space that Typst would take for a break of line or paragraph. The ideographic space (U+3000) is none of it: blanks are made of it. */
const breaking = /[ \t\n\v\f\r\u0085\u2028\u2029]+/g
const control = /\p{Cc}/gu
const markup = /[!-/:-@[-`{-~]/g
/** A blank to be filled, as stems have it: it must neither break across lines nor be stretched. */
const blank = /（[\u3000 ]+）/g

/**
 * Text as Typst markup that shows exactly this text. Every mark of ASCII punctuation is escaped, not only those that mean
 * something today: which ones do depends on place (`=` at the head of a line, `--`, `1.`, `//`), and no reader has to know.
 * Runs of white space become one space.
 */
export const textTypst = (text: string): string =>
  text.replace(breaking, ' ').replace(control, '').replace(markup, '\\$&').replace(blank, '#blank;')

/** Text as a string literal of Typst's code. */
export const stringTypst = (text: string): string =>
  `"${text.replace(breaking, ' ').replace(control, '').replace(/["\\]/g, '\\$&')}"`

/** A call within markup. The semicolon ends it, so that a bracket or a dot of the text after it stays text. */
export const callTypst = (name: string, ...args: string[]): string => `#${name}(${args.join(', ')});`

/** Markup as an argument. */
export const contentTypst = (markup: string): string => `[${markup}]`

/** Values as an array; the trailing comma keeps an array of one from being a mere pair of brackets. */
export const arrayTypst = (values: readonly string[]): string => `(${values.map((value) => `${value}, `).join('')})`
