'use client'

import { useTranslations } from 'next-intl'
import { chooseLevel } from '@/components/exams/level-choice'
import { Choice } from '@/components/ui/choice'
import type { Me } from '@/components/users/queries'
import type { Goal } from '@/domain/users/input'
import { type GoalExam, withLevel, withPassed } from './goals'
import { Section } from './section'
import { Saved, useChangeMe } from './use-saving'

/** How many years back a paper may have been passed: longer than any exam lets it count. */
const yearsBack = 4

type GoalSectionProps = { me: Me; exams: readonly GoalExam[]; year: number }

/** What one prepares for: level, year, and the papers that are behind one already. */
export function GoalSection({ me: { goal }, exams, year }: GoalSectionProps) {
  const t = useTranslations('settings.goal')
  const { state, change } = useChangeMe()
  const levels = exams.flatMap((exam) => exam.levels)
  const level = levels.find(({ id }) => id === goal?.level)
  const years = exams.find(({ slug }) => slug === goal?.exam)?.years ?? []
  const save = (next: Goal | null) => void change({ goal: next })
  const chooseGoal = (id: string) => {
    if (id) chooseLevel(id)
    save(id ? withLevel(goal, exams, id) : null)
  }
  return (
    <Section name="goal">
      <Choice
        label={t('level')}
        value={goal?.level ?? ''}
        options={[
          { value: '', label: t('none') },
          ...levels.map(({ id, title, name }) => ({ value: id, label: t('levelOf', { title, name }) })),
        ]}
        onChange={chooseGoal}
      />
      {goal && level && (
        <>
          <Choice
            label={t('sitting')}
            value={String(goal.sitting)}
            options={[...new Set([goal.sitting, ...years])]
              .sort()
              .map((one) => yearOption(one, t('year', { year: one })))}
            onChange={(value) => save({ ...goal, sitting: Number(value) })}
          />
          {level.subjects.length > 1 &&
            level.subjects.map((subject) => (
              <Choice
                key={subject.slug}
                label={t('passed', { subject: subject.title })}
                value={String(goal.passed.find((one) => one.subject === subject.slug)?.year ?? '')}
                options={[
                  { value: '', label: t('notPassed') },
                  ...Array.from({ length: yearsBack }, (_, back) =>
                    yearOption(year - back, t('passedIn', { year: year - back })),
                  ),
                ]}
                onChange={(value) => save(withPassed(goal, subject.slug, value ? Number(value) : null))}
              />
            ))}
        </>
      )}
      <p className="min-h-6 pt-1">
        <Saved state={state} />
      </p>
    </Section>
  )
}

const yearOption = (year: number, label: string) => ({ value: String(year), label })
