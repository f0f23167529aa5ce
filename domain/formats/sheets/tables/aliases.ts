import type { ColumnField } from '../../reading'

/**
 * What headings mean, in both languages, without spaces and punctuation; a stronger name comes before a weaker one, so that
 * 题干 is the stem where 题目 stands beside it. Source: facts on the exam, sections 4.1 and 4.2.
 */
export const aliases: readonly (readonly [ColumnField, string])[] = [
  [
    'stem',
    '题干 题干内容 试题题干 题目题干 题目内容 试题内容 问题内容 题目描述 问题描述 stem questiontext questionstem',
  ],
  ['stem', '题目 试题 问题 题面 题目名称 试题名称 question questions 题 content title'],
  ['type', '题型 题目类型 试题类型 试题题型 题目题型 问题类型 题类 questiontype type qtype 类型'],
  ['options', '选项 备选项 备选答案 选项内容 候选项 答案选项 全部选项 options choices answeroptions'],
  ['answer', '答案 正确答案 标准答案 正确选项 正确答案h 试题答案 题目答案 correctanswer correctoption rightanswer'],
  ['answer', '参考答案 参考作答 answer answers key correct answerkey correctanswers'],
  ['explanation', '解析 答案解析 试题解析 题目解析 解析内容 详解 答案详解 解题思路 explanation analysis rationale'],
  ['explanation', '解释 说明 分析 答案说明 feedback generalfeedback'],
  ['chapter', '章节 所属章节 章节名称 章 节 篇章 单元 所属单元 目录 chapter unit chapters'],
  ['chapter', '分类 类别 题目分类 试题分类 所属分类 category section'],
  ['topics', '知识点 考点 标签 关键词 关键字 所属知识点 topic topics tag tags keyword keywords knowledgepoint'],
  ['subject', '科目 学科 课程 考试科目 所属科目 专业 subject course'],
  ['difficulty', '难度 难易度 难易程度 难度等级 难度系数 难度级别 difficulty difficultylevel level'],
  ['points', '分值 分数 题目分值 试题分值 得分 满分 points score mark marks'],
  ['year', '年份 年度 真题年份 考试年份 year'],
  ['source', '来源 出处 题目来源 试题来源 依据 source sources reference references 页码 page'],
  ['label', '题号 序号 编号 题目编号 试题编号 序 no num number index'],
  ['externalId', '一练编号 yilianid 外部编号 唯一编号 externalid uuid guid 题目id 试题id questionid uid id'],
  ['materialId', '材料编号 材料id 案例编号 题组编号 题组 组号 materialid groupid group caseid'],
  ['material', '材料 材料内容 案例 案例材料 背景材料 公共题干 共用题干 材料题干 给定资料 material passage case'],
  ['modelAnswer', '示范答案 范文 参考范文 modelanswer sampleanswer'],
  ['markingPoints', '采分点 得分点 评分标准 评分要点 踩分点 markingpoints rubric scoringpoints'],
  ['raw', '题干图片 题目图片 图片 配图 试题图片 image picture stemimage questionimage'],
  ['checkedOn', '核对日期 checkedon'],
]
