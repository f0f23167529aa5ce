import type { QuestionType } from '@/domain/questions/types'

/** The words of a printed bank; lines/labels.ts and lines/marks.ts know them all. */
type Words = {
  types: Record<QuestionType, string>
  answers: string
  right: string
  wrong: string
  material: (from: number, to: number) => string
  labels: Record<
    | 'explanation'
    | 'markingPoints'
    | 'chapter'
    | 'difficulty'
    | 'topics'
    | 'source'
    | 'year'
    | 'points'
    | 'checkedOn'
    | 'id',
    string
  >
  option: (letter: string) => string
  worth: (points: number) => string
}

export const words: Record<'zh-CN' | 'en', Words> = {
  'zh-CN': {
    types: {
      single: '单选题',
      multiple: '多选题',
      'true-false': '判断题',
      fill: '填空题',
      numeric: '数值题',
      essay: '简答题',
    },
    answers: '参考答案',
    right: '正确',
    wrong: '错误',
    material: (from, to) => `根据以下材料，回答 ${from}-${to} 题`,
    labels: {
      explanation: '解析：',
      markingPoints: '采分点：',
      chapter: '章节：',
      difficulty: '难度：',
      topics: '考点：',
      source: '来源：',
      year: '年份：',
      points: '分值：',
      checkedOn: '核对日期：',
      id: '编号：',
    },
    option: (letter) => `${letter}项：`,
    worth: (points) => `（${points}分）`,
  },
  en: {
    types: {
      single: 'Single choice',
      multiple: 'Multiple answers',
      'true-false': 'True/false',
      fill: 'Fill-in',
      numeric: 'Numeric',
      essay: 'Essay',
    },
    answers: 'Answer key',
    right: 'True',
    wrong: 'False',
    material: (from, to) => `Questions ${from}-${to}`,
    labels: {
      explanation: 'Explanation:',
      markingPoints: 'Marking point:',
      chapter: 'Chapter:',
      difficulty: 'Difficulty:',
      topics: 'Topic:',
      source: 'Source:',
      year: 'Year:',
      points: 'Points:',
      checkedOn: 'Checked on:',
      id: 'ID:',
    },
    option: (letter) => `Option ${letter}:`,
    worth: (points) => ` (${points} points)`,
  },
}
