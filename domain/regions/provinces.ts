/** Provinces as addresses name them, in the official order (GB/T 2260). National matters bear the region ''. */
export const provinces = [
  ['beijing', '北京', 'Beijing'],
  ['tianjin', '天津', 'Tianjin'],
  ['hebei', '河北', 'Hebei'],
  ['shanxi', '山西', 'Shanxi'],
  ['neimenggu', '内蒙古', 'Inner Mongolia'],
  ['liaoning', '辽宁', 'Liaoning'],
  ['jilin', '吉林', 'Jilin'],
  ['heilongjiang', '黑龙江', 'Heilongjiang'],
  ['shanghai', '上海', 'Shanghai'],
  ['jiangsu', '江苏', 'Jiangsu'],
  ['zhejiang', '浙江', 'Zhejiang'],
  ['anhui', '安徽', 'Anhui'],
  ['fujian', '福建', 'Fujian'],
  ['jiangxi', '江西', 'Jiangxi'],
  ['shandong', '山东', 'Shandong'],
  ['henan', '河南', 'Henan'],
  ['hubei', '湖北', 'Hubei'],
  ['hunan', '湖南', 'Hunan'],
  ['guangdong', '广东', 'Guangdong'],
  ['guangxi', '广西', 'Guangxi'],
  ['hainan', '海南', 'Hainan'],
  ['chongqing', '重庆', 'Chongqing'],
  ['sichuan', '四川', 'Sichuan'],
  ['guizhou', '贵州', 'Guizhou'],
  ['yunnan', '云南', 'Yunnan'],
  ['xizang', '西藏', 'Xizang (Tibet)'],
  ['shaanxi', '陕西', 'Shaanxi'],
  ['gansu', '甘肃', 'Gansu'],
  ['qinghai', '青海', 'Qinghai'],
  ['ningxia', '宁夏', 'Ningxia'],
  ['xinjiang', '新疆', 'Xinjiang'],
  ['bingtuan', '新疆生产建设兵团', 'Xinjiang Production and Construction Corps'],
] as const

export type Province = (typeof provinces)[number][0]
export const provinceSlugs = provinces.map(([slug]) => slug) as [Province, ...Province[]]

/** Its name in a language; the slug itself for what is no province. */
export function provinceName(slug: string, locale: string): string {
  const found = provinces.find(([one]) => one === slug)
  return found ? found[locale === 'en' ? 2 : 1] : slug
}
