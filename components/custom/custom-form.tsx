'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { drillPathAnew } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import { type Chapter, chaptersQuery } from '@/components/subjects/queries'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { useSettings } from '@/components/users/settings'
import { BoxChoice } from './box-choice'
import { ChapterPicker } from './chapter-picker'
import { type Choice, counts, drawn, feedbacks, readChoice, rememberChoice } from './choice'

/** 再来一组: what it is drawn from, how many, and when the explanations come. */
export function CustomForm({ subject }: { subject: string }) {
  const { data, error, refetch } = useQuery(chaptersQuery(subject))
  const { atEnd } = useSettings()
  const [choice, setChoice] = useState<Choice | null>(null)
  // What was chosen last lies in the browser, which the page made at build time does not know.
  useEffect(() => setChoice((now) => now ?? readChoice(subject, atEnd ? 'end' : 'each')), [subject, atEnd])
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data || !choice) return <Skeletons />
  return <Form {...{ subject, choice }} chapters={data.chapters} onChange={setChoice} />
}

type FormProps = {
  subject: string
  chapters: readonly Chapter[]
  choice: Choice
  onChange: (choice: Choice) => void
}

function Form({ subject, chapters, choice, onChange }: FormProps) {
  const t = useTranslations('custom')
  const router = useRouter()
  const locale = useLocale()
  // Chapters that were chosen once and have no question any more would only be in the way.
  const known = choice.chapters.filter((key) => chapters.some((one) => one.key === key && one.count > 0))
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part })
  const begin = () => {
    rememberChoice(subject, { ...choice, chapters: known })
    const { pick, count, feedback } = choice
    const path = drillPathAnew({ mode: 'custom', subject, ...(known.length > 0 && { chapters: known }), count, pick })
    router.push(hrefIn(locale, `${path}&feedback=${feedback}`))
  }
  return (
    <form
      className="grid gap-8 pt-6 pb-8 [&_input]:scroll-mb-36"
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <BoxChoice
        name="pick"
        title={t('pick')}
        options={drawn.map((value) => ({ value, words: t(`picks.${value}`) }))}
        value={choice.pick}
        onChoose={(pick) => change({ pick })}
      />
      <BoxChoice
        name="count"
        title={t('count')}
        options={counts.map((value) => ({ value, words: String(value) }))}
        value={choice.count}
        onChoose={(count) => change({ count })}
      />
      <BoxChoice
        name="feedback"
        title={t('feedback')}
        options={feedbacks.map((value) => ({ value, words: t(`feedbacks.${value}`) }))}
        value={choice.feedback}
        onChoose={(feedback) => change({ feedback })}
      />
      <ChapterPicker chapters={chapters} chosen={known} onChoose={(keys) => change({ chapters: keys })} />
      <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] -mx-4 border-rule border-t bg-paper px-4 py-2 md:bottom-0">
        <Button type="submit" className="w-full">
          {t('begin')}
        </Button>
      </div>
    </form>
  )
}

function Skeletons() {
  return (
    <div className="grid gap-8 pt-6">
      {['w-56', 'w-72', 'w-44', 'w-full'].map((width) => (
        <div key={width} className="grid gap-2">
          <Skeleton className="h-5 w-16" />
          <Skeleton className={`h-11 ${width}`} />
        </div>
      ))}
    </div>
  )
}
