import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useDateWords } from '@/components/check-ins/dates'
import { hrefIn } from '@/components/shell/locales'
import { Button, buttonLook } from '@/components/ui/button'
import type { Earlier } from './set-player'

type DoneBeforeProps = Earlier & { set: { subject: string; on: string }; dated: boolean; onAgain: () => void }

/** A set done before: its score first, and doing it again one tap off. */
export function DoneBefore({ set, dated, attemptId, score, maxScore, onAgain }: DoneBeforeProps) {
  const t = useTranslations('player')
  const locale = useLocale()
  const format = useFormatter()
  const { fullDay: day } = useDateWords()
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <h2 className="font-song text-heading">{dated ? t('doneDay', { day: day(set.on) }) : t('doneToday')}</h2>
      {score !== null && maxScore !== null && (
        <p className="text-ink-2">
          {t('doneScore', { score: format.number(score), maxScore: format.number(maxScore) })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {attemptId && (
          <Link href={hrefIn(locale, `/practice/${set.subject}/results/${attemptId}`)} className={buttonLook()}>
            {t('seeResult')}
          </Link>
        )}
        <Button look="outlined" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
      <p className="text-ink-3 text-small">{t('againNote')}</p>
    </div>
  )
}
