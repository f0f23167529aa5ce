import { useTranslations } from 'next-intl'
import type { Draft } from '@/domain/formats/draft'
import { Line, Select, TextBox } from './inputs'

export type ChapterChoice = { key: string; title: string }

type AboutFieldsProps = { draft: Draft; chapters: readonly ChapterChoice[]; onChange: (part: Partial<Draft>) => void }

const difficulties = ['1', '2', '3', '4', '5']

/** Why the key is the key, and where the question belongs. */
export function AboutFields({ draft, chapters, onChange }: AboutFieldsProps) {
  const t = useTranslations('imports.edit')
  const level = useTranslations('imports.difficulty')
  const asFile = (value: string | null, known: readonly string[]) =>
    value !== null && value !== '' && !known.includes(value) ? [{ value, label: t('asFile', { value }) }] : []
  return (
    <>
      <TextBox
        label={t('explanation')}
        value={draft.explanation}
        onChange={(explanation) => onChange({ explanation })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('chapter')}
          value={draft.chapter ?? ''}
          onChange={(chapter) => onChange({ chapter: chapter || null })}
          options={[
            { value: '', label: t('noChapter') },
            ...asFile(
              draft.chapter,
              chapters.map(({ key }) => key),
            ),
            ...chapters.map(({ key, title }) => ({ value: key, label: title })),
          ]}
        />
        <Select
          label={t('difficulty')}
          value={draft.difficulty ?? ''}
          onChange={(difficulty) => onChange({ difficulty: difficulty || null })}
          options={[
            { value: '', label: t('noDifficulty') },
            ...asFile(draft.difficulty, difficulties),
            ...difficulties.map((value) => ({ value, label: level(value) })),
          ]}
        />
      </div>
      <Line
        label={t('topics')}
        value={draft.topics.join('、')}
        onChange={(topics) => onChange({ topics: topics.split(/[、,，;；]/).slice(0, 50) })}
      />
    </>
  )
}
