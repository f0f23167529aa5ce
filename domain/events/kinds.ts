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

/** 未公布 预计 已公布 延期 取消 已结束. Only an announced date is counted down to; an expected one is labelled so. */
export const eventStatuses = ['unannounced', 'expected', 'announced', 'postponed', 'cancelled', 'held'] as const
export type EventStatus = (typeof eventStatuses)[number]

/** How well a date is known. */
export const certainties = ['official', 'secondary', 'unverified'] as const
