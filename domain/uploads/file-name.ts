const longest = 200

/**
 * The name of a file that somebody sends, as people see it: no path, no sign that cannot be seen or turns the line's
 * direction (`gpj.exe` read backwards), at most 200 characters, never empty.
 */
export const shownFileName = (given: string, otherwise = 'file') =>
  (given.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim()
    .slice(0, longest) || otherwise
