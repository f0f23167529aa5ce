/**
 * Moodle's path of a category: `$course$/top/第三章/小组工作`, where `//` is a slash that belongs to a name.
 * What comes before the first name of somebody's own says nothing of the question.
 */
const context = /^(Yilian .*|\$\w+\$|top|Default for .*|.*的默认(类别|分类|值)?|默认.*)$/

/** Names joined by a slash; a slash within a name becomes a full-width one. Null when no name is left. */
export function chapterOf(path: string): string | null {
  const parts = path
    .replace(/\/\//g, '／')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  while (context.test(parts[0] ?? '—')) parts.shift()
  return parts.length === 0 ? null : parts.join('/')
}

/** Below a category that bears our name, so that its own is taken for no chapter when the file comes back. */
export const pathOf = (subject: string, chapter: string | null): string =>
  [
    '$course$',
    'top',
    ...[`Yilian ${subject}`, ...(chapter === null ? [] : [chapter])].map((name) =>
      name.replace(/\//g, '//').replace(/\s+/g, ' ').trim(),
    ),
  ].join('/')
