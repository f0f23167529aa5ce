import type { Locale } from './columns/bank-columns'

type Guide = { title: string; header: string[]; rows: string[][] }

/** What the template says of its columns. */
export const guides: Record<Locale, Guide> = {
  'zh-CN': {
    title: '题目',
    header: ['栏目', '怎么填', '例子'],
    rows: [
      ['题型', '单选题、多选题、判断题、填空题、数值题、问答题。', '多选题'],
      ['题干', '题目正文。填空的地方写（　）或____；公式写在两个$之间。', '社会工作的核心价值是（　）。'],
      ['选项A…', '一格一个选项，最多到H（自己加列“选项F”“选项G”“选项H”）。判断题可以不填选项。', '保密'],
      ['答案', '单选一个字母；多选几个字母；判断写“正确”或“错误”。', 'ABD'],
      ['', '填空一空一行（Alt+Enter换行），同一空有几种答案用|隔开；数值可写误差。', '接纳|接受；3.14±0.01'],
      ['', '问答题写参考答案，采分点写在“采分点”一栏，一行一点。', '2分：先评估风险'],
      ['解析', '为什么这样答。想逐项写解析，加列“A项解析”“B项解析”。', ''],
      ['章节、难度', '章节写大纲里的名称，难度写1到5，或易、中、难。可以不填。', '3'],
      ['知识点、来源', '知识点之间用顿号；来源写出自哪本书、哪份卷子。可以不填。', '小组工作、个案工作'],
      ['材料', '几道题共用一段材料时，每行都贴上同一段，并排在一起。', ''],
    ],
  },
  en: {
    title: 'Questions',
    header: ['Heading', 'How to fill it in', 'For instance'],
    rows: [
      ['Type', 'Single choice, Multiple response, True or false, Fill in the blank, Numeric, Essay.', 'Essay'],
      ['Stem', 'The text. A blank is ____; a formula stands between two $.', 'The first stage of casework is ____.'],
      [
        'Option A…',
        'One option a cell, up to H (add “Option F” and so on). True or false needs none.',
        'Confidentiality',
      ],
      ['Answer', 'One letter; several letters; true or false.', 'ABD'],
      [
        '',
        'Blanks one a line (Alt+Enter), what is accepted as well after |; a number with what it may differ.',
        '3.14±0.01',
      ],
      [
        '',
        'For an essay the model answer; its marking points in their own column, one a line.',
        '2 points: assesses risks first',
      ],
      ['Explanation', 'Why. For each option by itself add “Option A explanation” and so on.', ''],
      ['Chapter, Difficulty', 'The chapter as the syllabus calls it; 1 to 5, or easy, medium, hard. Optional.', '3'],
      [
        'Topics, Sources',
        'Topics with commas between them; the book or paper it is from. Optional.',
        'group work, casework',
      ],
      ['Material', 'Questions of one case: the same text in each of their rows, one below the other.', ''],
    ],
  },
}

/** Two questions that fit every paper of choices, under the Chinese headings of their columns. */
export const samples: Record<Locale, Record<string, string>[]> = {
  'zh-CN': [
    {
      题型: '单选题',
      题干: '（示例，请删除）服务对象第一次来访时神情紧张，社会工作者首先应当（　）。',
      选项A: '表达接纳，建立信任关系',
      选项B: '立即制定服务计划',
      选项C: '建议其转到其他机构',
      选项D: '指出其问题所在',
      答案: 'A',
      解析: '接案阶段先建立专业关系。',
      难度: '2',
    },
    {
      题型: '多选题',
      题干: '（示例，请删除）下列属于社会工作间接服务方法的有（　）。',
      选项A: '社会工作行政',
      选项B: '个案面谈',
      选项C: '社会工作研究',
      选项D: '小组活动',
      选项E: '社会政策倡导',
      答案: 'ACE',
      解析: '个案面谈和小组活动直接面对服务对象。',
      难度: '3',
    },
  ],
  en: [
    {
      题型: 'Single choice',
      题干: '(Sample, please delete) A client is tense at the first visit. What should the social worker do first?',
      选项A: 'Show acceptance and build trust',
      选项B: 'Draw up a plan at once',
      选项C: 'Refer the client to another agency',
      选项D: 'Point out what is wrong',
      答案: 'A',
      解析: 'At intake the relationship comes first.',
      难度: '2',
    },
    {
      题型: 'Multiple response',
      题干: '(Sample, please delete) Which of these are indirect methods of social work?',
      选项A: 'Administration',
      选项B: 'Casework interviews',
      选项C: 'Research',
      选项D: 'Group sessions',
      选项E: 'Policy advocacy',
      答案: 'ACE',
      解析: 'Interviews and group sessions face the client directly.',
      难度: '3',
    },
  ],
}
