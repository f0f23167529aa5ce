// Loaded before the command line, so that the exam is seeded as if a while ago: then there are days gone by to practise.
const days = Number(process.env.DAYS_AGO)
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...words) {
    super(...(words.length > 0 ? words : [RealDate.now() - days * 86_400_000]))
  }
  static now = () => RealDate.now() - days * 86_400_000
}
