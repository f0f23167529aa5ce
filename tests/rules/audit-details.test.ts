import { expect, test } from 'vitest'
import { detailsInWords } from '@/components/audit/details'
import { auditActions } from '@/domain/audit/actions'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'

const naming = {
  of: {
    role: (role: string) => `the ${role}`,
    subjects: (slug: string) => `${slug} tea`,
    outcome: (outcome: string) => outcome.toUpperCase(),
  },
  allSubjects: 'every tea',
  separator: ' and ',
}
const told = (details: Parameters<typeof detailsInWords>[0]) => detailsInWords(details, naming)

test.each([
  [{}, []],
  [{ sessions: 2, tokens: 0 }, [{ key: 'sessions', values: { value: 2 } }]],
  [
    { from: 'learner', to: 'admin', subjects: null, sessions: 0 },
    [{ key: 'change', values: { from: 'the learner', to: 'the admin' } }],
  ],
  [
    { from: 'learner', to: 'editor', subjects: null },
    [
      { key: 'change', values: { from: 'the learner', to: 'the editor' } },
      { key: 'subjects', values: { value: 'every tea' } },
    ],
  ],
  [{ subjects: ['green', 'black'] }, [{ key: 'subjects', values: { value: 'green tea and black tea' } }]],
  [{ outcome: 'fixed' }, [{ key: 'outcome', values: { value: 'FIXED' } }]],
  [{ left: 0 }, [{ key: 'left', values: { value: 0 } }]],
  [{ unforeseen: true }, [{ key: 'unforeseen', values: { value: 'true' } }]],
])('%j is told in words', (details, words) => {
  expect(told(details)).toEqual(words)
})

test.each([
  ['zh-CN', zh.audit.actions],
  ['en', en.audit.actions],
])('every action has words in %s, and no others', (_, actions) => {
  const worded = Object.entries(actions).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`))
  expect(worded.sort()).toEqual([...auditActions].sort())
})
