/**
 * The level a browser practises for. It is chosen once and kept in local storage; the page marks it on <html> before
 * anything is painted (headScript), and style sheets show the parts that fit, so that no wrong part ever flashes up.
 */
export const storageKey = 'yilian.level'
export const noLevel = 'none'

/** Runs in <head>. The same text for everybody; written for browsers old enough to need the notice it raises. */
export function headScript(levelIds: readonly string[]): string {
  const known = JSON.stringify(levelIds)
  return [
    '(function(d){',
    `var l;try{l=localStorage.getItem(${JSON.stringify(storageKey)})}catch(e){}`,
    `d.setAttribute("data-level",${known}.indexOf(l)<0?${JSON.stringify(noLevel)}:l);`,
    'if(!window.CSSPropertyRule)d.setAttribute("data-old","")',
    '})(document.documentElement)',
  ].join('')
}

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
