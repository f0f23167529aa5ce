import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Html } from '@/components/questions/html'
import { SolvedQuestion } from '@/components/questions/solved-question'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import { Skeleton } from '@/components/ui/skeleton'
import { fetchSample, type Sample } from './queries'

type SampleViewProps = { id: string; seed: string; onClose: () => void }

/** 抽查: a few of the batch, chosen by a number that stands in the address, so that two people see the same ones. */
export function SampleView({ id, seed, onClose }: SampleViewProps) {
  const t = useTranslations('imports.sample')
  const { data, error, refetch } = useQuery({
    queryKey: ['import-sample', id, seed],
    queryFn: () => fetchSample(id, seed),
  })
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="mt-4 h-64 w-full" />
  return (
    <div className="pt-4">
      <div className="flex items-center justify-between gap-3 border-rule border-b pb-1">
        <h2 className="font-semibold text-small">{t('title', { count: data.items.length, of: data.of })}</h2>
        <Button look="text" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <ol className="grid gap-x-10 lg:grid-cols-2">
        {data.items.map((one, index) => (
          <SampledQuestion key={one.questionId} sampled={one} number={index + 1} />
        ))}
      </ol>
    </div>
  )
}

type SampledQuestionProps = { sampled: Sample['items'][number]; number: number }

function SampledQuestion({ sampled: { questionId, question, solution }, number }: SampledQuestionProps) {
  const types = useTranslations('imports.type')
  if (!question || !solution) return null
  const stem = `sample-${questionId}`
  return (
    <li className="min-w-0 border-rule border-b py-4">
      <p className="pb-1 text-ink-2 text-meta">
        {number} · {types(question.type)}
      </p>
      {question.material && <Html html={question.material.html} className="prose-case mb-3 text-ink-2 text-small" />}
      <Html id={stem} html={question.stem.html} className="mb-3 text-body" />
      <SolvedQuestion question={{ ...question, number }} solution={solution} labelledBy={stem} />
    </li>
  )
}
