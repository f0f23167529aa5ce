export type SearchParams = Record<string, string | string[] | undefined>

/** What of an address's query was chosen: one text for each name; empty ones, as a form sends them, are none. */
export function chosenIn(params: SearchParams): Record<string, string | undefined> {
  const texts = Object.entries(params).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value[0] : value
    return text ? [[name, text]] : []
  })
  return Object.fromEntries(texts)
}
