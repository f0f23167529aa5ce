/**
 * The level a browser practises for. It is chosen once and kept in local storage; the page marks it on <html> before
 * anything is painted (shell/head-script.ts), and style sheets show the parts that fit, so that no wrong part ever flashes up.
 */
export const storageKey = 'yilian.level'
export const noLevel = 'none'

/**
 * Parts with `data-for-level` show for that level (`any`: once one is chosen, `none`: before), those with
 * `data-for-exam` for its levels. Without scripts everything shows but the choice.
 */
export function levelStyles(levelIds: readonly string[], exams: readonly string[]): string {
  const hide = '{display:none!important}'
  return [
    ...levelIds.map((id) => `html[data-level]:not([data-level="${id}"]) [data-for-level="${id}"]${hide}`),
    ...exams.map((exam) => `html[data-level]:not([data-level^="${exam}/"]) [data-for-exam="${exam}"]${hide}`),
    `html:not([data-level="${noLevel}"]) [data-for-level="none"]${hide}`,
    `html:not([data-level]) [data-for-level="any"],html[data-level="${noLevel}"] [data-for-level="any"]${hide}`,
  ].join('')
}
