/** The parts of a stem that turn its meaning about: which numbers it names, and what it denies, in order. */
const numbers =
  /\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]{1,10}(?=[年月日天周岁人名次个万元倍户条款项章届级度%‰])/g
const denials =
  /不|非(?=[政营法正婚])|无|未|没|勿|莫|否|错误|有误|除外?|反对|禁止|最(?:高|低|多|少|早|迟|大|小)|(?<=[岁年月日天人名元户级度个条%])以[上下内外]|至[多少]/g
/** Words that hold such a character and deny nothing, or deny it twice. */
const innocent = /不但|不仅|不断|不同(?!意)|不论|不管|差不多|未来|未成年|无论|无障碍|是否|能否|可否|与否|非常|除了/g

const found = (stem: string, pattern: RegExp) => (stem.replace(innocent, '').match(pattern) ?? []).sort().join('|')

/** Whether two normalised stems differ in a number or a denial: 「属于」 and 「不属于」, 「十六周岁」 and 「十八周岁」. */
export function turns(one: string, other: string): boolean {
  return found(one, numbers) !== found(other, numbers) || found(one, denials) !== found(other, denials)
}
