import { describe, expect, test } from 'vitest'
import { addressFault, suggestedAddress } from '@/components/resources-desk/about/address'
import { bodyOf, boxName, type Choices, faultsIn } from '@/components/resources-desk/about/resource-body'
import { fileFault } from '@/components/resources-desk/editions/file-fault'
import { newResourceSchema } from '@/domain/resources/desk/input'
import { largestFiles } from '@/domain/resources/formats'
import { resourceKinds } from '@/domain/resources/input'

const named = (value: string) => ({ value, label: value })
const choices: Choices = {
  kinds: resourceKinds.map((value) => ({ value, label: value })),
  levels: ['junior', 'intermediate'].map(named),
  subjects: ['junior-practice', 'law-policy'].map(named),
}
const filled = {
  title: ' 实务要点 ',
  summary: '实务一科的要点，按章整理，供复习用。',
  kind: 'key-points',
  year: '2027',
  [boxName('levels', 'junior')]: '1',
  [boxName('subjects', 'junior-practice')]: '1',
}
const about = bodyOf(filled, choices)
const wrong = (fields: Record<string, string>) =>
  Object.entries(faultsIn({ ...filled, ...fields }, choices)).flatMap(([name, code]) => (code ? [name] : []))

describe('the form of a resource', () => {
  test('what is filled in is what the server takes', () => {
    expect(about).toEqual({
      kind: 'key-points',
      title: '实务要点',
      summary: '实务一科的要点，按章整理，供复习用。',
      levels: ['junior'],
      subjects: ['junior-practice'],
      year: 2027,
    })
    const id = suggestedAddress(about, [])
    expect(newResourceSchema.safeParse({ id, ...about }).success).toBe(true)
    expect(wrong({})).toEqual([])
  })

  test('each fault is at its field', () => {
    expect(wrong({ title: ' ' })).toEqual(['title'])
    expect(wrong({ summary: '太短' })).toEqual(['summary'])
    expect(wrong({ year: '27' })).toEqual(['year'])
    expect(wrong({ year: '二〇二七' })).toEqual(['year'])
    expect(wrong({ year: '' }), 'there may be no year').toEqual([])
    expect(wrong({ [boxName('levels', 'junior')]: '' })).toEqual(['levels'])
    expect(wrong({ [boxName('subjects', 'junior-practice')]: '' })).toEqual(['subjects'])
  })
})

describe('the address of a resource', () => {
  test('says what it is about, what kind it is, and the year', () => {
    expect(suggestedAddress(about, [])).toBe('junior-practice-key-points-2027')
    const both = { ...about, subjects: ['junior-practice', 'law-policy'] }
    expect(suggestedAddress(both, [])).toBe('junior-key-points-2027')
    const all = { ...both, levels: ['junior', 'intermediate'], year: null }
    expect(suggestedAddress(all, [])).toBe('key-points')
  })

  test('is one that is free, and no longer than the server takes', () => {
    const taken = ['junior-practice-key-points-2027', 'junior-practice-key-points-2027-2']
    expect(suggestedAddress(about, taken)).toBe('junior-practice-key-points-2027-3')
    const long = { ...about, subjects: ['a'.repeat(80)] }
    expect(addressFault(suggestedAddress(long, []), [])).toBeUndefined()
  })

  test('what nobody could reach, or somebody has, is told at once', () => {
    expect(addressFault('', [])).toBe('required')
    for (const bad of ['要点', 'Key', 'a--b', '-a', 'a_b', 'a'.repeat(61)])
      expect(addressFault(bad, []), bad).toBe('address')
    for (const kept of ['new', 'desk', 'archive']) expect(addressFault(kept, []), kept).toBe('id-taken')
    expect(addressFault('mine', ['mine'])).toBe('id-taken')
    expect(addressFault('mine-2', ['mine'])).toBeUndefined()
  })
})

test('a file that the server would refuse is not sent at all', () => {
  expect(fileFault({ name: '要点.PDF', size: 1000 })).toBeUndefined()
  expect(fileFault({ name: '要点.pdf', size: largestFiles.pdf + 1 })).toBe('too-large')
  expect(fileFault({ name: '录音.mp3', size: largestFiles.pdf + 1 })).toBeUndefined()
  expect(fileFault({ name: '要点.pdf', size: 0 })).toBe('file-empty')
  for (const name of ['setup.exe', 'pdf', '要点.pdf.js'])
    expect(fileFault({ name, size: 9 }), name).toBe('file-unknown')
})
