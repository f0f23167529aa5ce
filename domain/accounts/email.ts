/**
 * The one form under which an address is stored, compared and written to.
 *
 * Rule: white space around it is cut, letters become small, the domain is written in ASCII (punycode). The local part must
 * be ASCII: letters that only look alike (а for a, ı for i) would make two people of one, or one of two, depending on who
 * folds them. Mail always goes to what is stored, never to what was typed later. Source: trust.md, Accounts.
 *
 * Example: " Ana@Example.COM " is ana@example.com; "аna@example.com" with a Cyrillic а is none.
 */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

/** @returns the canonical form, 6 to 254 characters; null when it is no address we can write to. */
export function canonicalEmail(typed: string): string | null {
  const parts = typed.trim().split('@')
  const [local = '', domain = ''] = [parts.slice(0, -1).join('@').toLowerCase(), parts.at(-1)]
  // toLowerCase folds the Kelvin sign to k and the like: what was not ASCII before does not become so.
  if (!/^[\x21-\x7e]+$/.test(parts.slice(0, -1).join('@')) || local.length > 64 || !localPart.test(local)) return null
  const host = hostOf(domain)
  const email = `${local}@${host ?? ''}`
  return host === null || email.length > 254 ? null : email
}

function hostOf(domain: string): string | null {
  if (!/^[\p{L}\p{N}.-]+$/u.test(domain)) return null
  // The URL parser knows IDNA; it refuses what no host can be called.
  if (!URL.canParse(`http://${domain}/`)) return null
  const { hostname } = new URL(`http://${domain}/`)
  const labels = hostname.split('.')
  const isName = labels.length >= 2 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  return isName && !/^\d+$/.test(labels.at(-1) ?? '') ? hostname : null
}
