/** A Markdown text as a line of plain words, for lists: pictures as 〔图〕, marks left out. */
export function plainOf(markdown: string, longest: number): string {
  const words = markdown
    .slice(0, longest * 20)
    .replace(/!\[([^\]\n]*)\]\(media:[0-9a-f]{64}\)/g, '〔图〕')
    .replace(/\*+|~~|^#+ |^> |`/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...words]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : words
}
