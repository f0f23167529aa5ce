import { useFormatter, useTranslations } from 'next-intl'
import type { Answer } from '@/domain/attempts/input'
import type { Feedback } from '@/domain/attempts/view'

/** How the score came about, in words: "漏选D：3 × 0.5 = 1.5分". Nothing where the score speaks for itself. */
export function Arithmetic({ answer, feedback }: { answer: Answer | null; feedback: Feedback }) {
  const t = useTranslations('question')
  const format = useFormatter()
  const { arithmetic, verdict } = feedback
  const score = format.number(feedback.score, { maximumFractionDigits: 2 })
  if (answer && 'giveUp' in answer) return <p>{t('gaveUp')}</p>
  if (!arithmetic) return null
  const { missed, wrong, chosenRight, perOption } = arithmetic
  if (verdict === 'right') return <p>{t('allRight', { score })}</p>
  const faults = [
    ...(wrong.length > 0 ? [t('ticked', { options: wrong.join('') })] : []),
    ...(missed.length > 0 ? [t('missed', { options: missed.join('') })] : []),
  ].join(t('and'))
  if (perOption === null) return <p>{t('sum', { faults, score })}</p>
  const product = { faults, score, count: chosenRight, each: format.number(perOption, { maximumFractionDigits: 2 }) }
  return <p>{t('product', product)}</p>
}
