'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { acceptedIn } from '@/components/questions/feedback-panel'
import { Html } from '@/components/questions/html'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import type { Solution } from '@/domain/questions/view'
import type { MistakeEntry } from './queries'

type PrintSheetProps = {
  items: readonly MistakeEntry[]
  /** What is printed: subject, chapter, day. */
  heading: string
  /** There are more than a print takes. */
  isCut: boolean
  back: string
}

/** The mistake book on A4: questions with space to write, the answers at the end or not at all. */
export function PrintSheet({ items, heading, isCut, back }: PrintSheetProps) {
  const t = useTranslations('mistakes')
  const locale = useLocale()
  const [withAnswers, setWithAnswers] = useState(true)
  return (
    <div className="mx-auto min-h-dvh max-w-[52rem] bg-paper px-4 py-4 md:border-rule md:border-x md:px-10 print:max-w-none print:border-0 print:p-0">
      <header className="flex flex-wrap items-center gap-x-5 gap-y-2 border-rule border-b pb-3 print:hidden">
        <Link href={hrefIn(locale, back)} className="inline-flex min-h-11 items-center text-deed">
          {t('printBack')}
        </Link>
        <label className="inline-flex min-h-11 items-center gap-2 text-small">
          <input
            type="checkbox"
            checked={withAnswers}
            onChange={(event) => setWithAnswers(event.target.checked)}
            className="size-5 accent-deed"
          />
          {t('printAnswers')}
        </label>
        <Button onClick={() => window.print()}>{t('printNow')}</Button>
      </header>
      <main>
        <h1 className="pt-5 font-song text-heading">{t('printTitle')}</h1>
        <p className="pb-3 text-ink-2 text-small">{heading}</p>
        {isCut && <p className="pb-3 text-part text-small print:hidden">{t('printCut', { count: items.length })}</p>}
        <ol>
          {items.map((item, index) => (
            <PrintedQuestion key={item.questionId} item={item} number={index + 1} />
          ))}
        </ol>
        {withAnswers && <Answers items={items} />}
      </main>
    </div>
  )
}

function PrintedQuestion({ item: { question, wrongCount }, number }: { item: MistakeEntry; number: number }) {
  const t = useTranslations('mistakes')
  const types = useTranslations('subject.types')
  return (
    <li className="break-inside-avoid border-rule border-b py-4">
      <p className="text-ink-3 text-meta">
        {t('printNumber', { number })} · {types(question.type)} · {t('wrong', { count: wrongCount })}
      </p>
      {question.material && <Html html={question.material.html} className="prose-case py-1 text-small" />}
      <Html html={question.stem.html} className="py-1 text-body" />
      <ul className="grid gap-x-6">
        {question.options.map((option) => (
          <li key={option.id} className="grid grid-cols-[1.75rem_1fr] text-small">
            <span>{option.id}.</span>
            <span lang="zh-CN" dangerouslySetInnerHTML={{ __html: option.html }} />
          </li>
        ))}
      </ul>
      {question.options.length === 0 && (
        <div aria-hidden="true" className={question.type === 'essay' ? 'h-64' : 'h-16'} />
      )}
    </li>
  )
}

function Answers({ items }: { items: readonly MistakeEntry[] }) {
  const t = useTranslations('mistakes')
  return (
    <section className="break-before-page pt-8 print:pt-0">
      <h2 className="pb-2 font-song text-heading">{t('printKeys')}</h2>
      <ol>
        {items.map(({ questionId, solution }, index) => (
          <li
            key={questionId}
            className="grid grid-cols-[2rem_1fr] break-inside-avoid border-rule border-b py-2 text-small"
          >
            <span className="text-ink-3">{index + 1}</span>
            <div className="min-w-0">
              {solution && <span className="font-semibold">{keyWords(solution)}</span>}
              {solution?.modelAnswer && <Html html={solution.modelAnswer.html} />}
              {solution && <Html html={solution.explanation.html} className="text-ink-2" />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The key on one line: "ACD", or what blanks and numbers take. */
function keyWords(solution: Solution): string {
  const { key } = solution
  const letters = Array.isArray(key) ? key.filter((one) => typeof one === 'string') : []
  return letters.length > 0 ? letters.join('') : (acceptedIn(solution) ?? '')
}
