import { getDailySet } from '@/domain/daily/commands'
import { begin } from './begin'

await begin((subject = '', now = '') =>
  Promise.all(Array.from({ length: 10 }, () => getDailySet(subject, undefined, new Date(now)))),
)
