/** The privacy notice that is in force: the month it was written. Whoever agreed to an earlier one is told of the new. */
export const consentVersion = '2026-11'
