import { escapeMarkdown } from '../html/escape'

/** Plain text as Markdown, but for the marks at the start of a line: there the grammar still has to see `1.` and `-`. */
export const escapeInline = (text: string) =>
  /[\\`*_$!~&]/.test(text)
    ? text
        .split('\n')
        .map((line) => escapeMarkdown(`.${line}`).slice(1))
        .join('\n')
    : text

export const unescaped = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
