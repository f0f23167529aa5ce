import { expect, test } from 'vitest'
import { currentFirst, editionName, fileNameOf, namesInFolder } from '@/domain/resources/editions'
import { mediaTypeOf } from '@/domain/resources/formats'
import { bytesOfPart, missingOf, partCount } from '@/domain/uploads/parts'

test.each([
  [[], '2030-01-15'],
  [['2030-01-14', '2030-01-14.2'], '2030-01-15'],
  [['2030-01-15'], '2030-01-15.2'],
  [['2030-01-15', '2030-01-15.2', '2030-01-15.10'], '2030-01-15.11'],
  [['2030-01-15.3'], '2030-01-15.4'],
])('beside %j a new one is called %s', (taken, name) => {
  expect(editionName('2030-01-15', taken)).toBe(name)
})

test('the current edition comes first, then the latest; the tenth of a day is later than the second', () => {
  const editions = ['2030-01-14', '2030-01-15.2', '2030-01-15', '2030-01-15.10'].map((edition) => ({
    id: edition,
    edition,
  }))
  expect(currentFirst(editions, '2030-01-14').map((one) => one.id)).toEqual([
    '2030-01-14',
    '2030-01-15.10',
    '2030-01-15.2',
    '2030-01-15',
  ])
})

test('a file bears its title, without what a system takes for more than a name', () => {
  expect(fileNameOf({ title: '应试技巧', edition: '2030-01-15' })).toBe('应试技巧（2030-01-15版）')
  expect(fileNameOf({ title: '../a\\b:"c"\u202e?', edition: '1' })).toBe('-a-b--c---（1版）')
})

test('no two files of a folder bear one name', () => {
  const file = { title: '茶', edition: '1', format: 'pdf' }
  expect(namesInFolder([file, file, { ...file, format: 'docx' }])).toEqual([
    '茶（1版）.pdf',
    '茶（1版） (2).pdf',
    '茶（1版）.docx',
  ])
})

test('a file is served as what it is, and what is none of ours as bytes', () => {
  expect(mediaTypeOf('mp3')).toBe('audio/mpeg')
  expect(mediaTypeOf('html')).toBe('application/octet-stream')
  expect(mediaTypeOf('constructor')).toBe('application/octet-stream')
})

test('all parts of a file but the last are full', () => {
  const file = { bytes: 10, partBytes: 4 }
  expect(partCount(file)).toBe(3)
  expect([-1, 0, 1, 2, 3, 0.5].map((part) => bytesOfPart(file, part))).toEqual([null, 4, 4, 2, null, null])
  expect(bytesOfPart({ bytes: 8, partBytes: 4 }, 1)).toBe(4)
  expect(missingOf(file, [2, 0])).toEqual([1])
})
