/** A run of text, and on which side it stands. */
export type Run = { text: string; side: 'both' | 'bank' | 'file' }

/** Beyond so many cells the table of the comparison is not made: the whole middle counts as changed. */
const mostCells = 1_000_000

/** Lengths of the longest common part of what follows each pair of places. */
function commonLengths(bank: readonly string[], file: readonly string[]): Uint16Array {
  const width = file.length + 1
  const lengths = new Uint16Array((bank.length + 1) * width)
  for (let row = bank.length - 1; row >= 0; row--) {
    for (let column = file.length - 1; column >= 0; column--) {
      const at = row * width + column
      lengths[at] =
        bank[row] === file[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  return lengths
}

/** The way through the middle, where both ends differ. */
function middleRuns(bank: readonly string[], file: readonly string[], add: (text: string, side: Run['side']) => void) {
  if ((bank.length + 1) * (file.length + 1) > mostCells) {
    add(bank.join(''), 'bank')
    add(file.join(''), 'file')
    return
  }
  const [lengths, width] = [commonLengths(bank, file), file.length + 1]
  let [row, column] = [0, 0]
  while (row < bank.length || column < file.length) {
    const [old, young] = [bank[row], file[column]]
    if (old !== undefined && old === young) {
      add(old, 'both')
      row++
      column++
    } else if (
      young === undefined ||
      (old !== undefined && (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      add(old ?? '', 'bank')
      row++
    } else {
      add(young, 'file')
      column++
    }
  }
}

/** What stays and what changes from one text to another, character by character. */
export function runsOf(bank: string, file: string): Run[] {
  const [old, young] = [[...bank], [...file]]
  let [start, end] = [0, 0]
  while (start < old.length && old[start] === young[start]) start++
  while (end < Math.min(old.length, young.length) - start && old.at(-1 - end) === young.at(-1 - end)) end++
  const runs: Run[] = []
  const add = (text: string, side: Run['side']) => {
    const last = runs.at(-1)
    if (last?.side === side) last.text += text
    else if (text !== '') runs.push({ text, side })
  }
  add(old.slice(0, start).join(''), 'both')
  middleRuns(old.slice(start, old.length - end), young.slice(start, young.length - end), add)
  add(old.slice(old.length - end).join(''), 'both')
  return runs
}
