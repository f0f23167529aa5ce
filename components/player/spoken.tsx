import { useFormatter, useTranslations } from 'next-intl'
import type { PlayerItem } from './grid/items'

/** The verdict for those who do not see it: "正确，得1分". Said when it comes, and again on coming back. */
export function Spoken({ item: { feedback, state }, deferred }: { item: PlayerItem; deferred: boolean }) {
  const t = useTranslations('player')
  const question = useTranslations('question')
  const format = useFormatter()
  const score = format.number(feedback?.score ?? 0, { maximumFractionDigits: 2 })
  const words = feedback
    ? t(feedback.verdict === 'unmarked' ? 'spokenUnmarked' : 'spoken', {
        verdict: question(`verdict.${feedback.verdict}`),
        score,
      })
    : deferred
      ? t('deferred')
      : state === 'saved'
        ? t('savedSpoken')
        : ''
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  )
}
