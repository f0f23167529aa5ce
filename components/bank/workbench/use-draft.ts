import { useState } from 'react'
import { contentOf, formOf, type QuestionForm } from '@/components/bank/editor/draft-content'
import type { QuestionView } from '@/domain/question-desk/output'

const formIn = ({ next, current }: QuestionView) => formOf((next ?? current).content)

/**
 * What is being written, and the version it was begun from. A newer one, which somebody else has saved or an older
 * version brought back, is taken over only while nothing is written here: else it would be lost.
 */
export function useDraft(question: QuestionView) {
  const [begun, setBegun] = useState(question)
  const [form, setForm] = useState(() => formIn(question))
  const [chapter, setChapter] = useState(question.chapter)
  const written = contentOf(form)
  const isChanged = JSON.stringify(written) !== JSON.stringify(contentOf(formIn(begun))) || chapter !== begun.chapter
  const follow = (newer: QuestionView) => {
    setBegun(newer)
    setForm(formIn(newer))
    setChapter(newer.chapter)
  }
  if (question.base !== begun.base && !isChanged) follow(question)
  /** What was typed while it was being saved stays, and counts as a change of what was saved. */
  const adopt = (saved: QuestionView, sent: { form: QuestionForm; chapter: string | null }) => {
    setBegun(saved)
    setForm((now) => (now === sent.form ? formIn(saved) : now))
    setChapter((now) => (now === sent.chapter ? saved.chapter : now))
  }
  return { form, setForm, chapter, setChapter, written, isChanged, base: begun.base, adopt }
}
