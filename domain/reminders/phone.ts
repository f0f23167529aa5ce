/**
 * A mobile number of mainland China as people write it, to +86 and eleven digits; null for anything else. Providers ask for
 * another contract and other templates elsewhere.
 *
 * Example: 0086 138-0013-8000 → +8613800138000.
 */
export function canonicalPhone(typed: string): string | null {
  const digits = typed.replaceAll(/[\s()（）-]/g, '')
  const number = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(digits)?.[1]
  return number ? `+86${number}` : null
}
