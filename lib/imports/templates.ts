import { xlsxTemplate } from '@/domain/formats/sheets/template'

const names = { 'zh-CN': '题库模板', en: 'question-template' }
const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An empty file that imports without a finding once it is filled in. */
export async function templateOf(format: 'xlsx', locale: 'zh-CN' | 'en') {
  const bytes = await xlsxTemplate(locale)
  return { bytes, mime: mimes[format], name: names[locale], extension: format }
}
