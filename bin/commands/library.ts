import { Refusal } from '@/lib/errors'
import { typeset } from './typeset'
import { WrongUse } from './wrong-use'

export type LibraryOptions = {
  fonts?: string
  seed?: string
  day?: string
  out?: string
  answers?: boolean
  json?: boolean
}

const longestSeed = 40

/** What draws the paper, and is printed on it. */
function seedOf({ seed, day }: LibraryOptions): string | undefined {
  if (seed !== undefined && day !== undefined) throw new WrongUse('library paper wants --seed or --day, not both')
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new WrongUse('--day is written 2027-05-17')
  if (seed !== undefined && (seed.trim() === '' || seed.length > longestSeed))
    throw new WrongUse(`--seed has 1 to ${longestSeed} signs`)
  return seed ?? day
}

async function paper(subject: string, options: LibraryOptions) {
  const seed = seedOf(options)
  const { makePaper } = await import('./paper')
  try {
    const { out = '.', answers, fonts } = options
    const told = await makePaper(subject, { out, answers, fonts, seed })
    if (options.json) console.log(JSON.stringify(told))
    for (const line of options.json ? [] : [...told.warnings, ...told.files]) console.error(line)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') throw new WrongUse(error.message)
    throw error
  }
}

/** Files for the library and for print. */
export async function library([verb, ...rest]: string[], options: LibraryOptions) {
  if (verb === 'typeset' && rest.length === 0) await typeset(options.fonts)
  else if (verb === 'paper' && rest[0] !== undefined && rest.length === 1) await paper(rest[0], options)
  else throw new WrongUse('library wants typeset, or paper and a subject')
}
