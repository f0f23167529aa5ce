import { markdownOf } from '../html'
import { textWithFormulas } from '../html/math'
import { pictureMarkdown } from '../media'

export type TextFormat = 'html' | 'moodle' | 'plain' | 'markdown'

const hasMarkup = /<[a-z/!]|&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,20});/i

/** Pictures that Markdown shows, by their hash; one that is not there leaves its text. */
const withPictures = (text: string, picture: (src: string) => string | null) =>
  text.replace(/!\[([^\]\n]{0,500})\]\(([^()\s]{1,500})\)/g, (_, alt: string, src: string) => {
    const hash = picture(src)
    return hash === null ? alt : pictureMarkdown(hash, alt)
  })

/**
 * A text as Moodle keeps it, in one of its four formats, as Markdown. “Moodle” is HTML in which line breaks count.
 * `lost` takes the names of elements that were more than text.
 */
export function moodleText(
  text: string,
  format: TextFormat,
  { lost, picture }: { lost: Set<string>; picture: (src: string) => string | null },
): string {
  if (format === 'markdown') return withPictures(text.trim(), picture)
  if (format === 'plain' || (format === 'moodle' && !hasMarkup.test(text))) return textWithFormulas(text.trim())
  const read = markdownOf(format === 'moodle' ? text.trim().replace(/\n/g, '<br>') : text, { picture })
  for (const tag of read.lost) lost.add(tag)
  return read.text
}
