/**
 * What editions are called, and in which order they are told. An edition bears its day; a second one of the same day ends
 * in `.2`: `2026-11-30`, `2026-11-30.2`, `2026-11-30.3`.
 */
function placeOf(edition: string): { day: string; nth: number } {
  const [day = '', nth = '1'] = edition.split('.')
  return { day, nth: Number(nth) }
}

/** The name of a new edition of that day, beside those there are. */
export function editionName(day: string, taken: readonly string[]): string {
  const highest = taken
    .map(placeOf)
    .filter((one) => one.day === day)
    .reduce((most, { nth }) => Math.max(most, nth), 0)
  return highest === 0 ? day : `${day}.${highest + 1}`
}

type Named = { id: string; edition: string }

/** The current one first, whatever its day; then the latest. */
export function currentFirst<E extends Named>(editions: readonly E[], currentId: string): E[] {
  return [...editions].sort((one, other) => {
    if (one.id === currentId || other.id === currentId) return one.id === currentId ? -1 : 1
    const [a, b] = [placeOf(one.edition), placeOf(other.edition)]
    return a.day === b.day ? b.nth - a.nth : a.day < b.day ? 1 : -1
  })
}

type File = { title: string; edition: string; format: string }

// What some system or other does not allow in a name, or takes for a way to another folder.
const unfit = /[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]/gu

/** What a reader's file is called, without its ending. */
export const fileNameOf = ({ title, edition }: Omit<File, 'format'>): string =>
  `${title.replaceAll(unfit, '-').replace(/^\.+/, '')}（${edition}版）`

/** The names of files that lie in one folder: of two that are the same, the second one is numbered. */
export function namesInFolder(files: readonly File[]): string[] {
  const taken = new Map<string, number>()
  return files.map((file) => {
    const name = fileNameOf(file)
    const nth = (taken.get(`${name}.${file.format}`) ?? 0) + 1
    taken.set(`${name}.${file.format}`, nth)
    return `${name}${nth > 1 ? ` (${nth})` : ''}.${file.format}`
  })
}
