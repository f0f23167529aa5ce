import { packageOf, titleXml } from '../docx/writing/parts'
import { escapeXml } from '../xml'

/**
 * A Word file to write one's own bank into: plain paragraphs, every layout that is common, keys below the questions and at
 * the end. It is read without a finding, and any of it may be deleted.
 */
const lines: Record<'zh-CN' | 'en', { title: string; body: readonly string[] }> = {
  'zh-CN': {
    title: '题库模板：照样子写，例题可以删去',
    body: [
      '一、单选题（每题1分）',
      '1. 社会工作者与服务对象初次见面时，首先要做的是（　　）。',
      'A. 建立专业关系',
      'B. 结束服务',
      'C. 评估成效',
      'D. 转介服务对象',
      '2. 小组工作中，组员开始彼此信任的阶段是（　　）。',
      'A. 准备期\tB. 开始期\tC. 成熟期\tD. 结束期',
      '二、多选题（每题2分）',
      '1. 社区工作的目标包括（　　）。',
      'A. 居民参与\tB. 社区团结\tC. 居民服从\tD. 资源共享\tE. 机构盈利',
      '三、判断题',
      '1. 保密原则没有例外。',
      '四、填空题',
      '1. 社会工作的三大直接方法是个案工作、（　　）和（　　）。',
      '五、案例分析题',
      '案例一',
      '王奶奶七十八岁，独居，最近很少出门，邻居请社会工作者上门看望。',
      '问题：',
      '1. 社会工作者应当怎样预估王奶奶的需要？',
      '参考答案：从身体、心理、社会支持三方面收集资料，与王奶奶一同确定需要。',
      '采分点：说出收集资料的三个方面（3分）',
      '采分点：说出与服务对象一同确定（2分）',
      '参考答案与解析',
      '一、单选题',
      '1. A',
      '解析：没有关系，后面的工作无从开始。',
      '难度：易',
      '2. C',
      '二、多选题',
      '1. ABD',
      '三、判断题',
      '1. ×',
      '解析：有人身危险时可以打破保密。',
      '四、填空题',
      '1. 小组工作；社区工作',
    ],
  },
  en: {
    title: 'Question bank template: write like this, delete the examples',
    body: [
      'I. Single choice',
      '1. What does a social worker do first when meeting a client?',
      'A. Build a working relationship',
      'B. End the service',
      'C. Evaluate the outcome',
      'D. Refer the client',
      '2. At which stage do group members begin to trust one another?',
      'A. Preparation\tB. Beginning\tC. Maturity\tD. Ending',
      'II. Multiple answers',
      '1. Which of these are aims of community work?',
      'A. Participation\tB. Solidarity\tC. Obedience\tD. Sharing of resources\tE. Profit',
      'III. True/false',
      '1. Confidentiality has no exceptions.',
      'IV. Fill-in',
      '1. The three direct methods are case work, (  ) and (  ).',
      'Answer key',
      'I. Single choice',
      '1. A',
      'Explanation: without a relationship nothing else can begin.',
      'Difficulty: easy',
      '2. C',
      'II. Multiple answers',
      '1. ABD',
      'III. True/false',
      '1. False',
      'Explanation: danger to life is one.',
      'IV. Fill-in',
      '1. group work; community work',
    ],
  },
}

const paragraph = (line: string) =>
  `<w:p>${line
    .split('\t')
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join('<w:r><w:tab/></w:r>')}</w:p>`

export function docxTemplate(locale: 'zh-CN' | 'en'): Promise<Uint8Array> {
  const { title, body } = lines[locale]
  const xml = titleXml(title) + body.map(paragraph).join('')
  return packageOf(xml, { media: new Map(), used: new Map(), drawn: 0 })
}
