import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError, ConnectionError } from '@/components/http'
import { missingParts, type Parted, percentOf, rangeOf, receivedBytes } from '@/components/uploads/parts'
import { waitMsAfter } from '@/components/uploads/patience'
import { UploadStopped } from '@/components/uploads/send-bytes'
import { sendParts } from '@/components/uploads/send-parts'

/** What becomes of a request: it goes through, its reply is lost, it is cut off halfway, or the server cannot take it now. */
type Fate = 'through' | 'reply-lost' | 'cut' | 'busy'

/** A server that keeps whole parts, and a line to it with a fate for each request; when they are used up, all goes through. */
class Line {
  readonly parts = new Map<number, Uint8Array>()
  readonly pauses: [number, number | null][] = []
  readonly told: number[] = []
  readonly waiting: boolean[] = []
  readonly stop = new AbortController()

  constructor(private readonly fates: Fate[] = []) {}

  send(bytes: Uint8Array<ArrayBuffer>, partBytes: number) {
    const upload: Parted = { bytes: bytes.length, partBytes, received: [...this.parts.keys()] }
    return sendParts({
      ...{ file: new Blob([bytes]), upload, put: this.put, signal: this.stop.signal },
      pause: async (failures, afterSeconds) => {
        this.pauses.push([failures, afterSeconds])
      },
      onProgress: (done) => this.told.push(done),
      onWaiting: (isWaiting) => this.waiting.push(isWaiting),
    })
  }

  put = async (part: number, blob: Blob, onSent: (loaded: number) => void) => {
    const fate = this.fates.shift() ?? 'through'
    if (fate === 'busy') throw new ApiError(503, 'store-unavailable', null, 7)
    onSent(Math.floor(blob.size / 2))
    if (fate === 'cut') throw new ConnectionError('cut')
    this.parts.set(part, new Uint8Array(await blob.arrayBuffer()))
    if (fate === 'reply-lost') throw new ConnectionError('lost')
  }

  /** What the server has, put together. */
  whole = () => Buffer.concat([...this.parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes))
}

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => new Uint8Array(bytes))
const someFates = fc.array(fc.constantFrom<Fate>('through', 'reply-lost', 'cut', 'busy'), { maxLength: 30 })

describe('a file in parts', () => {
  test('whatever is lost on the way, all of it is there in the end, and the last that is told is its size', async () => {
    await fc.assert(
      fc.asyncProperty(someBytes, fc.integer({ min: 1, max: 64 }), someFates, async (bytes, partBytes, fates) => {
        const line = new Line([...fates])
        await line.send(bytes, partBytes)
        expect(line.whole().equals(bytes)).toBe(true)
        expect(line.told.at(-1)).toBe(bytes.length)
        expect(Math.max(...line.told)).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })

  test('what is there is not sent again', async () => {
    const bytes = new Uint8Array(10).map((_, at) => at)
    const line = new Line()
    line.parts.set(1, bytes.slice(4, 8))
    const sent: number[] = []
    const { put } = line
    line.put = (part, blob, onSent) => {
      sent.push(part)
      return put(part, blob, onSent)
    }
    await line.send(bytes, 4)
    expect(sent).toEqual([0, 2])
    expect(line.told[0], 'it begins with what is there').toBe(4)
    expect(line.whole().equals(bytes)).toBe(true)
  })

  test('while the line is broken it says so, waits longer each time, and as long as the server asks', async () => {
    const line = new Line(['cut', 'cut', 'busy', 'through', 'cut'])
    await line.send(new Uint8Array(8), 4)
    expect(line.pauses).toEqual([
      [1, null],
      [2, null],
      [3, 7],
      [1, null],
    ])
    expect(line.waiting.filter(Boolean)).toHaveLength(4)
    expect(line.waiting.at(-1)).toBe(false)
  })

  test('what is refused for good is not tried again', async () => {
    const line = new Line()
    let tries = 0
    line.put = async () => {
      tries += 1
      throw new ApiError(404, 'not-found', null, null)
    }
    await expect(line.send(new Uint8Array(8), 4)).rejects.toMatchObject({ code: 'not-found' })
    expect(tries).toBe(1)
  })

  test('it stops where it is stopped, also while it waits', async () => {
    const line = new Line(['through', 'cut'])
    const put = line.put
    line.put = (part, blob, onSent) => {
      if (part === 1) line.stop.abort()
      return put(part, blob, onSent)
    }
    await expect(line.send(new Uint8Array(12), 4)).rejects.toBeInstanceOf(UploadStopped)
    expect([...line.parts.keys()]).toEqual([0])
  })
})

test('parts follow each other without gaps, and end with the file', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 999 }), (bytes, partBytes) => {
      const parted = { bytes, partBytes, received: [] }
      const all = missingParts(parted)
      const ranges = all.map((part) => rangeOf(parted, part))
      expect(ranges[0]?.from).toBe(0)
      expect(ranges.at(-1)?.to).toBe(bytes)
      for (const [at, { from }] of ranges.entries()) if (at > 0) expect(from).toBe(ranges[at - 1]?.to)
      expect(receivedBytes({ ...parted, received: all })).toBe(bytes)
    }),
  )
})

test('a percent is whole, and a hundred only when nothing is missing', () => {
  expect(percentOf(0, 9)).toBe(0)
  expect(percentOf(62, 100)).toBe(62)
  expect(percentOf(9_999, 10_000)).toBe(99)
  expect(percentOf(9, 9)).toBe(100)
})

test('waits double up to half a minute, and are no shorter than the server asks', () => {
  expect([1, 2, 3, 5, 6, 60].map((failures) => waitMsAfter(failures, null))).toEqual([
    1000, 2000, 4000, 16_000, 30_000, 30_000,
  ])
  expect(waitMsAfter(1, 20)).toBe(20_000)
  expect(waitMsAfter(9, 2)).toBe(30_000)
})
