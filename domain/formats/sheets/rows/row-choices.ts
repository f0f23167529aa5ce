import { type DraftOption, letterAt } from '../../draft'
import type { Plan } from '../tables/plan'
import { picturesOnly } from './picture-marks'
import { joinedOptions, labelledOptions, unlabelled } from './row-options'

/** Options as they stand in a row, and the stem without them. */
type RowOptions = { texts: string[]; stem: string }

const withoutEmptyEnd = (texts: readonly string[]) => texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)

/** From their columns, from one that joins them, or from below the stem where the table has neither. */
export function optionsOf(row: readonly string[], plan: Plan, stem: string): RowOptions {
  const cellAt = (at: number) => (plan.isOwn ? (row[at] ?? '') : (row[at] ?? '').trim())
  const texts = withoutEmptyEnd(
    plan.options.map((at, index) => cellAt(at) + picturesOnly(row[plan.optionPictures[index] ?? -1] ?? '')),
  )
  if (texts.length > 0) return { texts: plan.isOwn ? texts : unlabelled(texts), stem }
  const joined = plan.columns.get('options') ?? []
  if (joined.length > 0) return { texts: joinedOptions(cellAt(joined[0] ?? -1)), stem }
  const below = plan.options.length === 0 && /\n\s{0,9}[（(]?A/.test(stem) ? labelledOptions(stem) : null
  return below ? { texts: below.options, stem: below.before } : { texts: [], stem }
}

const yes = /^(?:是|对|正确|√|✓|✔|1|y|yes|t|true|right|correct)$/i

/** Letters of the options whose own column says that they are right, or that score where no column holds the key. */
export function rightOptions(row: readonly string[], plan: Plan): string[] {
  const { rights, columns } = plan
  if (rights.length === 0 && !columns.has('answer'))
    return weightsOf(row, plan).flatMap((weight = 0, index) => (weight > 0 ? [letterAt(index)] : []))
  return rights.flatMap((at, index) => (yes.test((row[at] ?? '').normalize('NFKC').trim()) ? [letterAt(index)] : []))
}

/** A score for each option, as a share of the question's points: what is right adds up to 1 where scores are points. */
function weightsOf(row: readonly string[], { weights }: Plan): (number | undefined)[] {
  const scores = weights.map((at) => {
    const cell = (row[at] ?? '').trim().replace(/%$/, '')
    return cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : undefined
  })
  const largest = Math.max(1, ...scores.map((score) => Math.abs(score ?? 0)))
  if (largest === 1) return scores
  const right = scores.reduce<number>((sum, score) => sum + Math.max(score ?? 0, 0), 0)
  const unit = right > 0 && right >= largest ? right : largest
  return scores.map((score) => (score === undefined ? undefined : score / unit))
}

export function draftOptions(texts: readonly string[], row: readonly string[], plan: Plan): DraftOption[] {
  const weights = weightsOf(row, plan)
  const { shown } = plan
  return texts.map((text, index) => {
    const weight = weights[index]
    const explanation = shown(row[plan.explanations[index] ?? -1] ?? '')
    return { text: shown(text), explanation, ...(weight !== undefined && { weight }) }
  })
}
