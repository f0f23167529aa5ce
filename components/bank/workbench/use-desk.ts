import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Move, questionQuery, saveQuestion, versionsQuery } from '@/components/bank/queries'
import { useDeed } from '@/components/staff/use-deed'
import type { QuestionView } from '@/domain/question-desk/output'
import { useDraft } from './use-draft'

/** What came of the last deed at the desk; after a move its button is gone. */
type Told = { words: string; isMoved: boolean }

/** A question under work: what is written of it, saving that, and what is told once it or a move has gone through. */
export function useDesk(question: QuestionView) {
  const t = useTranslations('bank')
  const client = useQueryClient()
  const { pending, error, fault, run } = useDeed('bank')
  const draft = useDraft(question)
  const [told, setTold] = useState<Told | null>(null)
  const { queryKey } = questionQuery(question.id)
  const renew = () =>
    Promise.all([
      client.invalidateQueries({ queryKey }),
      client.invalidateQueries({ queryKey: versionsQuery(question.id).queryKey }),
    ])
  const save = () =>
    run(async () => {
      const { form, chapter, written, base, adopt } = draft
      await saveQuestion(question.id, { content: written, chapter, base })
      await renew()
      const saved = client.getQueryData(queryKey)
      if (!saved) return
      adopt(saved, { form, chapter })
      setTold({ words: t('saved', { number: saved.version }), isMoved: false })
    })
  const moved = async (move: Move) => {
    await renew()
    setTold({ words: t(`moved.${move}`), isMoved: true })
  }
  return { draft, pending, error, fault, told, save, moved }
}
