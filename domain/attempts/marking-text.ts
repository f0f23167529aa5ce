/**
 * When a typed answer counts as the key.
 *
 * Rule: what a keyboard or an input method does to the looks of an answer is not marked, its letters and digits are.
 * Width, case, invisible characters, Chinese or ASCII punctuation, and white space next to a Han character or a
 * punctuation mark make no difference; elsewhere a run of white space equals one space. A number may differ from the
 * key by the tolerance, bounds included. Source: our own decision, the official papers have neither type.
 *
 * Example: "　３０ 日（含）" is accepted for "30日(含)"; "socialwork" is not for "social work".
 */

/** Punctuation that NFKC leaves alone although one key of the keyboard types either form. */
const asciiForms: ReadonlyMap<string, string> = new Map([
  ['。', '.'],
  ['、', ','],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
])

/** The form in which two typed texts are compared; never shown to anybody. */
export function comparable(typed: string): string {
  const sameWidth = typed.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const samePunctuation = sameWidth.replace(/[。、“”‘’]/g, (mark) => asciiForms.get(mark) ?? mark)
  const sameSpacing = samePunctuation
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}\p{P}]) | (?=[\p{Script=Han}\p{P}])/gu, '')
  // There and back, for one direction alone keeps ß and ẞ, or s and ſ, apart.
  return sameSpacing.toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
}

/** Whether a blank holds one of the accepted texts. An empty blank never does, whatever the key says. */
export function isAccepted(typed: string, accepted: readonly string[]): boolean {
  const given = comparable(typed)
  return given !== '' && accepted.some((text) => comparable(text) === given)
}

/**
 * Whether |value − key| ≤ tolerance. 1.1 lies 0.10000000000000009 from 1 in floating point, so the bound gives way by
 * a billionth of the numbers, yet never by more than a millionth: whole numbers of ten digits stay apart.
 */
export function isWithinTolerance(value: number, key: { value: number; tolerance: number }): boolean {
  const guard = Math.min(1e-9 * Math.max(Math.abs(value), Math.abs(key.value)), 1e-6)
  return Math.abs(value - key.value) <= key.tolerance + guard
}
