import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ApiError } from '@/components/http'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import type { QuestionView } from '@/domain/question-desk/output'
import { Moves } from './moves'
import type { useDesk } from './use-desk'

type DeskFootProps = { question: QuestionView; desk: ReturnType<typeof useDesk> }

/** What can be done with the question that is being written, and what came of it. */
export function DeskFoot({ question, desk }: DeskFootProps) {
  const t = useTranslations('bank')
  const { pending, error, fault, told, save, moved } = desk
  const { isChanged } = desk.draft
  const status = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone, and the next one does something else: what came of it takes the focus.
  useEffect(() => {
    if (told?.isMoved) status.current?.focus()
  }, [told])
  return (
    <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-rule border-t bg-paper py-3 max-md:bottom-14">
      <Button disabledFocusable={pending || !isChanged} onClick={save}>
        {t('save')}
      </Button>
      <Moves question={question} disabled={isChanged} onMoved={moved} />
      <p ref={status} role="status" tabIndex={-1} className="text-small empty:hidden">
        {fault ? <span className="text-part">{fault}</span> : isChanged ? t('unsaved') : told?.words}
      </p>
      {error instanceof ApiError && error.code === 'stale' && <Newer id={question.id} />}
    </div>
  )
}

/** Somebody else has changed it meanwhile: what they made opens beside, so that nothing written here is lost. */
function Newer({ id }: { id: string }) {
  const t = useTranslations('bank')
  return (
    <Link
      href={hrefIn(useLocale(), `/studio/questions/${id}`)}
      prefetch={false}
      target="_blank"
      className="inline-flex min-h-11 items-center text-deed text-small"
    >
      {t('seeNewer')}
    </Link>
  )
}
