/** What happens in an exam's year, in its order: 报名开始 报名截止 缴费截止 准考证打印 考试 成绩查询 证书领取. */
export const eventKinds = [
  'registration-opens',
  'registration-closes',
  'payment-closes',
  'tickets-open',
  'exam',
  'scores',
  'certificates',
] as const
export type EventKind = (typeof eventKinds)[number]
