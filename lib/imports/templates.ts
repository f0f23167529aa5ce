import { xlsxTemplate } from '@/domain/formats/sheets/template'
import { docxTemplate } from '@/domain/formats/text/docx-template'

const names = { 'zh-CN': '题库模板', en: 'question-template' }
const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** An empty file that imports without a finding once it is filled in. */
export async function templateOf(format: 'xlsx' | 'docx', locale: 'zh-CN' | 'en') {
  const bytes = await (format === 'xlsx' ? xlsxTemplate(locale) : docxTemplate(locale))
  return { bytes, mime: mimes[format], name: names[locale], extension: format }
}
