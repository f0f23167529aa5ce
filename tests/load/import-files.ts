import { writeBank } from '@/domain/formats/write'
import type { Bank, ExportFormat, WrittenQuestion } from '@/domain/formats/writing'

const people = [
  '王奶奶',
  '小刘',
  '张先生',
  '社工小陈',
  '李阿姨',
  '初二学生小强',
  '退役军人老赵',
  '督导何老师',
  '组员阿芳',
  '居民周某',
]
const places = ['社区', '学校', '医院', '养老院', '矫正所', '妇女之家', '救助站', '街道', '乡镇社工站', '企业']
const acts = [
  '建立关系',
  '预估需要',
  '签订契约',
  '链接资源',
  '开展小组',
  '处理哀伤',
  '调解冲突',
  '转介',
  '结案',
  '跟进回访',
  '危机介入',
  '倡导政策',
]
const states = [
  '情绪低落',
  '拒绝交谈',
  '经济困难',
  '家庭失和',
  '身体不便',
  '孤独无助',
  '学业退步',
  '邻里纠纷',
  '就业受挫',
  '照护压力',
]
const aims = ['恢复社会功能', '改善支持网络', '增强权能', '保障权益', '减轻压力', '重建信任', '预防风险', '促进参与']

/** A small generator of numbers, so that every run measures the same questions. */
function dice(seed: number) {
  let state = seed >>> 0
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

function question(index: number): WrittenQuestion {
  const roll = dice(index * 2_654_435_761 + 1)
  const of = (list: readonly string[]) => list[roll(list.length)] ?? ''
  const multiple = index % 4 === 3
  const options = Array.from({ length: multiple ? 5 : 4 }, (_, at) => ({
    id: String.fromCharCode(65 + at),
    text: `在${of(places)}为${of(people)}${of(acts)}，先${of(acts)}，以${of(aims)}为目标（${index % 97}之${at + 1}）`,
    explanation: `此项把${of(acts)}放在${of(acts)}之前，与${of(states)}的情形${at % 2 ? '相符' : '不符'}。`,
  }))
  const stem = `${of(places)}的${of(people)}因${of(states)}求助，${2000 + roll(26)}年${1 + roll(12)}月起又${of(states)}。第${index + 1}次评估中，社工在${of(acts)}后宜（　　）。`
  const shared = {
    stem,
    explanation: `依据${of(acts)}的要求，应以${of(aims)}为先。`,
    sources: [{ bank: '性能测试题库', place: `第${index + 1}题` }],
    topics: [of(acts)],
    difficulty: 1 + roll(5),
    options,
  }
  const first = options[roll(4)]?.id ?? 'A'
  const content = multiple
    ? { type: 'multiple' as const, ...shared, key: [first, 'E'].sort() }
    : { type: 'single' as const, ...shared, key: [first] }
  return { id: `bench-${index}`, chapter: null, group: null, content }
}

/** A file of so many questions that are all different, written by our own writer: ids of ours stand in it where the format has a place. */
export async function importFile(format: ExportFormat, count: number, from = 0): Promise<Uint8Array> {
  const bank: Bank = {
    exam: 'social-work',
    level: 'junior',
    subject: { slug: 'junior-comprehensive', title: '综合能力' },
    questions: Array.from({ length: count }, (_, index) => question(from + index)),
    media: new Map(),
  }
  return (await writeBank(format, bank, 'zh-CN')).bytes
}
