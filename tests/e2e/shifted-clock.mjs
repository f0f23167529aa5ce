// Loaded before whatever runs, which then takes it for so much later (or earlier, below zero): an exam seeded a while ago has
// days gone by to practise; a server for whom it is morning in Shanghai sends reminders at any hour of the test's.
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...words) {
    super(...(words.length > 0 ? words : [RealDate.now() + ahead]))
  }
  static now = () => RealDate.now() + ahead
  // Next makes a Date of its own out of what this class itself has: nothing may be inherited.
  static parse = RealDate.parse
  static UTC = RealDate.UTC
}
