import { bankColumns, type Locale, typeWords } from './columns/bank-columns'
import { guideSheet } from './tables/plan'
import { guides, samples } from './template-texts'
import { workbookOf } from './writing/workbook'

/** Columns that a person fills in; the others are for files that come back. */
const headings = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '选项E', '答案', '解析', '章节', '难度']
const rest = ['知识点', '来源', '年份', '分值', '材料', '采分点']

/**
 * A workbook to be filled in: two questions that show how, a list of types to choose from, and a sheet that explains the
 * columns. It is imported as it is without a finding.
 */
export function xlsxTemplate(locale: Locale): Promise<Uint8Array> {
  const columns = [...headings, ...rest].flatMap((name) => bankColumns.find((one) => one['zh-CN'] === name) ?? [])
  const types = Object.values(typeWords).slice(0, 6)
  const { title, header, rows } = guides[locale]
  return workbookOf([
    {
      name: title,
      widths: columns.map((column) => column.width),
      header: columns.map((column) => column[locale]),
      rows: samples[locale].map((sample) => columns.map((column) => sample[column['zh-CN']] ?? '')),
      choices: [{ column: 0, values: types.map((words) => words[locale]) }],
    },
    { name: guideSheet[locale], widths: [16, 60, 50], header, rows },
  ])
}
