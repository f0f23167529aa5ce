import type { Section } from '@/domain/exams/definition'
import type { QuestionType } from '@/domain/questions/types'

// Words of the paper, not of the interface: they are in the language of its questions, whoever prints it.
const types: Record<QuestionType, string> = {
  single: '单项选择题',
  multiple: '多项选择题',
  'true-false': '判断题',
  fill: '填空题',
  numeric: '计算题',
  essay: '主观题',
}

/** 0.50 → 0.5. */
export const figure = (value: number) => String(Number(value.toFixed(2)))

function multipleRule({ rule, points }: Section): string {
  const begin = '备选项中有2个或2个以上符合题意。'
  if (rule === 'half-per-option') return `${begin}错选不得分；少选，所选的每个选项得${figure(points / 4)}分。`
  if (rule === 'proportional') return `${begin}错选不得分；少选，按选对的比例得分。`
  return `${begin}多选、少选、错选都不得分。`
}

/** How a section's questions are to be answered, and what they are worth. */
export function ruleWords(section: Section): string {
  if (section.type === 'single') return '每题的备选项中，只有1个最符合题意。'
  if (section.type === 'multiple') return multipleRule(section)
  if (section.type === 'true-false') return '判断每题的说法是否正确。'
  if (section.type === 'essay') return '按采分点给分。'
  return '把答案写在答题卡上。'
}

export const sectionTitle = ({ title, type }: Section) => title?.['zh-CN'] ?? types[type]

/** 一、 to 九十九、. */
export function ordinal(at: number): string {
  const digits = [...'零一二三四五六七八九']
  const [tens, ones] = [Math.floor(at / 10), at % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${head}${ones === 0 ? '' : digits[ones]}`
}
