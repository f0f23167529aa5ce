import { noLevel, storageKey } from '@/components/exams/level-parts'

/**
 * Runs in <head> before anything is painted: marks on <html> what this browser remembers (level, theme, game elements,
 * account), for style sheets to go by. The same text for everybody; written for browsers old enough to need the notice
 * it raises. The keys are those of exams/level-choice.ts, users/settings.ts and users/account-hint.ts.
 */
export function headScript(levelIds: readonly string[]): string {
  const known = JSON.stringify(levelIds)
  return [
    '(function(d){',
    'function r(k){try{return localStorage.getItem(k)}catch(e){return null}}',
    'function j(k){try{return JSON.parse(r(k))||{}}catch(e){return{}}}',
    `var l=r(${JSON.stringify(storageKey)}),s=j("yilian:1:settings"),a=r("yilian:1:account");`,
    `d.setAttribute("data-level",${known}.indexOf(l)<0?${JSON.stringify(noLevel)}:l);`,
    'if(s.theme==="dark"||s.theme==="light")d.setAttribute("data-theme",s.theme);',
    'if(s.games===false)d.setAttribute("data-games","off");',
    'if(a)d.setAttribute("data-account",j("yilian:1:account").name?"named":"nameless");',
    'if(!window.CSSPropertyRule)d.setAttribute("data-old","")',
    '})(document.documentElement)',
  ].join('')
}
