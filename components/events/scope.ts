/** A page of the calendar, as its address names the province. */
export const calendarPath = (region: string): string => (region ? `/calendar?region=${region}` : '/calendar')

/** The feed that calendar programs subscribe to. */
export const feedPath = (region: string): string => `/api/v1/calendar.ics${region ? `?region=${region}` : ''}`

/** The same address in the scheme that opens a calendar program. */
export const webcalOf = (address: string): string => address.replace(/^https?:/, 'webcal:')
