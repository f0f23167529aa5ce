'use client'

import { useTranslations } from 'next-intl'
import { type Move, moveQuestion } from '@/components/bank/queries'
import { useDeed } from '@/components/staff/use-deed'
import { Button } from '@/components/ui/button'
import type { QuestionView } from '@/domain/question-desk/output'

type MovesProps = {
  question: Pick<QuestionView, 'id' | 'may'>
  /** What is written has to be saved first. */
  disabled: boolean
  onMoved: (move: Move) => Promise<void>
}

/** From hand to hand: what this person may do with it now. */
export function Moves({ question: { id, may }, disabled, onMoved }: MovesProps) {
  const t = useTranslations('bank')
  const { pending, fault, run } = useDeed('bank')
  const open: Record<Move, boolean> = {
    submit: may.submit,
    publish: may.publish,
    'send-back': may.sendBack,
    retire: may.retire,
  }
  const moves = (['submit', 'publish', 'send-back', 'retire'] as const).filter((move) => open[move])
  return (
    <>
      {moves.map((move) => (
        <Button
          key={move}
          look="outlined"
          disabled={disabled}
          disabledFocusable={pending}
          onClick={() =>
            run(async () => {
              await moveQuestion(id, move)
              await onMoved(move)
            })
          }
        >
          {t(`move.${move}`)}
        </Button>
      ))}
      <span role="alert" className="text-part text-small empty:hidden">
        {fault}
      </span>
    </>
  )
}
