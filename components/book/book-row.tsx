import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Html } from '@/components/questions/html'
import { plainText } from '@/components/questions/plain-text'
import { SolvedQuestion } from '@/components/questions/solved-question'
import { Chevron } from '@/components/ui/chevron'
import type { Listed } from './list'

type BookRowProps = {
  item: Listed
  /** What stands under the stem's first line. */
  meta: ReactNode
  /** Under the open question: what can be done with it. */
  children: ReactNode
}

/** A question of a list: the first line of its stem; opened in place, all that is told of it. */
export function BookRow({ item, meta, children }: BookRowProps) {
  const [opened, setOpened] = useState(false)
  return (
    <details className="group border-rule border-b" onToggle={() => setOpened(true)}>
      <summary className="flex min-h-13 cursor-pointer list-none items-center gap-3 py-2.5 active:bg-sunk [&::-webkit-details-marker]:hidden">
        <div className="min-w-0 flex-1">
          <h2 lang="zh-CN" className="line-clamp-2 text-small group-open:line-clamp-1">
            {plainText(item.question.stem.html)}
          </h2>
          <div className="text-ink-3 text-meta">{meta}</div>
        </div>
        <Chevron />
      </summary>
      {opened && (
        <div className="pb-4">
          <OpenedQuestion item={item} />
          {children}
        </div>
      )}
    </details>
  )
}

/** The whole question; its solution once it has been told. */
function OpenedQuestion({ item: { question, solution, lastAnswer = null } }: { item: Listed }) {
  const t = useTranslations('book')
  const stem = `stem-${question.id}`
  return (
    <>
      {question.material && <Html html={question.material.html} className="prose-case mb-3 text-ink-2 text-small" />}
      <Html id={stem} html={question.stem.html} className="mt-1 mb-4 text-body" />
      {solution ? (
        <SolvedQuestion {...{ question, solution }} answer={lastAnswer} labelledBy={stem} />
      ) : (
        <>
          <PlainOptions options={question.options} />
          <p className="mt-3 text-ink-2 text-small">{t('untold')}</p>
        </>
      )}
    </>
  )
}

/** Options to read, with nothing told of them. */
function PlainOptions({ options }: { options: Listed['question']['options'] }) {
  if (options.length === 0) return null
  return (
    <ul className="border-rule border-y">
      {options.map((option) => (
        <li key={option.id} className="grid grid-cols-[1.5rem_1fr] border-rule border-t py-2 first:border-t-0">
          <span className="text-ink-2">{option.id}</span>
          <span lang="zh-CN" dangerouslySetInnerHTML={{ __html: option.html }} />
        </li>
      ))}
    </ul>
  )
}
