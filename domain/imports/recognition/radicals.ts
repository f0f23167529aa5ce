/**
 * Text out of PDF files names characters by their radicals (⻓ for 长), which look right and match nothing. The supplement's
 * radicals have no compatibility form, so here is what Unicode's EquivalentUnifiedIdeograph says of U+2E80 to U+2EF3, in
 * order (two have no equivalent); those of the Kangxi block come right by NFKC.
 */
const supplement = Array.from(
  [
    '⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛',
    '犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑',
    '钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
  ].join(''),
)
const firstOfSupplement = 0x2e80
const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g

/** The same text with ideographs where radicals stood. */
export function repairRadicals(text: string): string {
  return text.replace(radical, (one) => supplement[one.charCodeAt(0) - firstOfSupplement] ?? one.normalize('NFKC'))
}
