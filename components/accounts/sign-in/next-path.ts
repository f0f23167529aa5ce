const nowhere = 'http://nowhere.invalid'

/**
 * Where to go on after signing in: a path of this site, as `?next=` names it, and nothing else. What a browser would read
 * as another host (`//host`, `/\host`, control signs in between) leads home.
 */
export function nextPath(asked: string | null | undefined, home: string): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, nowhere)) return home
  const url = new URL(asked, nowhere)
  return url.origin === nowhere && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : home
}
