import { provinceName, provinces } from '@/domain/regions/provinces'

/** All provinces, to choose from in a form. */
export const provinceOptions = (locale: string) =>
  provinces.map(([slug]) => ({ value: slug, label: provinceName(slug, locale) }))
