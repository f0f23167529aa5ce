const digits = [...'零一二三四五六七八九']
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** 一千零八十四 → 1084; undefined for what is no such number. */
function numberOf(numeral: string): number | undefined {
  let sum = 0
  let digit: number | undefined
  for (const sign of numeral) {
    const unit = units[sign]
    if (unit === undefined && !digits.includes(sign)) return undefined
    // 十二 is 12: a ten without a digit before it is one ten.
    if (unit === undefined) digit = digits.indexOf(sign)
    else {
      sum += (digit ?? 1) * unit
      digit = 0
    }
  }
  return digit === undefined ? undefined : sum + digit
}

/**
 * Articles as a list of sources has them, in figures, which take a third of the room:
 * 第二条、第一百二十条、第五条第二款 → 第2、120条，第五条第二款. What is no plain article stays as it is written.
 */
export function articleList(articles: readonly string[]): string {
  const plain: number[] = []
  const others: string[] = []
  for (const article of articles) {
    const number = numberOf(/^第([^第条]+)条$/.exec(article)?.[1] ?? '')
    if (number === undefined) others.push(article)
    else plain.push(number)
  }
  return [plain.length > 0 ? `第${plain.join('、')}条` : '', ...others].filter(Boolean).join('，')
}
