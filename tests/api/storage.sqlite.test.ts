import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StoreRefused } from '@/db/errors'
import { folderStorage } from '@/lib/storage/folder'
import { s3Storage } from '@/lib/storage/s3'
import type { Storage } from '@/lib/storage/storage'
import { type S3Server, startS3 } from '../support/s3-server'

const root = `.cache/test-storage/${randomUUID()}`
const beside = `${root}-beside`
let server: S3Server
const stores: Record<string, Storage> = {}
beforeAll(async () => {
  await mkdir(beside, { recursive: true })
  server = await startS3()
  stores.folder = folderStorage(root)
  stores.S3 = s3Storage(server.settings)
})
afterAll(async () => {
  await server.close()
  for (const folder of [root, beside]) rmSync(folder, { recursive: true, force: true })
})

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const textOf = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString()
const large = Buffer.alloc(8 * 1024 * 1024, 'tea leaves, ')

describe.each(['folder', 'S3'])('a store in %s', (name) => {
  const store = () => {
    const found = stores[name]
    if (!found) throw new Error(name)
    return found
  }
  const key = () => `things/${randomUUID()}`
  async function written(content: string | Buffer) {
    const file = `${beside}/${randomUUID()}`
    await writeFile(file, content)
    return file
  }

  test('gives back what was put, also nothing at all, and the later of two', async () => {
    const [one, empty] = [key(), key()]
    await store().put(one, bytesOf('茶'))
    await store().put(one, bytesOf('绿茶'))
    await store().put(empty, bytesOf(''))
    expect(textOf(await store().read(one))).toBe('绿茶')
    expect(textOf(await store().read(empty))).toBe('')
  })

  test('takes over a file, which is gone from where it was', async () => {
    const [one, file] = [key(), await written(large)]
    await store().adopt(one, file)
    expect(existsSync(file)).toBe(false)
    expect(Buffer.from((await store().read(one)) ?? []).equals(large)).toBe(true)
  })

  test('streams a file, and any part of it, and tells how long the whole is', async () => {
    const one = key()
    await store().put(one, bytesOf('0123456789'))
    const part = async (range?: { start: number; end: number }) => {
      const found = await store().stream(one, range)
      return [found?.bytes, await new Response(found?.body).text()]
    }
    expect(await part()).toEqual([10, '0123456789'])
    // Not 0 to 0: the server of these tests takes an end of 0 for none.
    expect(await part({ start: 0, end: 1 })).toEqual([10, '01'])
    expect(await part({ start: 7, end: 9 })).toEqual([10, '789'])
  })

  test('has nothing under a name that nobody gave, and forgets what is deleted', async () => {
    const one = key()
    const seen = async () => [await store().read(one), await store().stream(one), await store().find(one)]
    expect(await seen()).toEqual([null, null, null])
    await store().delete(one)
    await store().put(one, bytesOf('x'))
    expect(await store().find(one)).toMatchObject({ key: one, changedAt: expect.any(Date) })
    await store().delete(one)
    expect(await seen()).toEqual([null, null, null])
  })

  test('lists a folder, however deep, and no other that begins like it', async () => {
    const folder = randomUUID()
    for (const one of [`${folder}/a`, `${folder}/b/c`, `${folder}x/d`]) await store().put(one, bytesOf('x'))
    const found = await store().list(folder)
    expect(found.map((one) => one.key).sort()).toEqual([`${folder}/a`, `${folder}/b/c`])
    expect(Math.abs((found[0]?.changedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    expect(await store().list(`${folder}/none`)).toEqual([])
  })

  test('a file that is not there to take over changes nothing', async () => {
    const one = key()
    await store().put(one, bytesOf('before'))
    await expect(store().adopt(one, `${beside}/none`)).rejects.toThrow()
    expect(textOf(await store().read(one))).toBe('before')
  })

  test('a reader who goes away lets go of what it read from', async () => {
    const one = key()
    await store().adopt(one, await written(large))
    const before = server.sockets.size
    const reader = (await store().stream(one))?.body.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await reader?.cancel()
    await expect.poll(() => server.sockets.size).toBeLessThanOrEqual(before)
    expect(Buffer.from((await store().read(one)) ?? []).length).toBe(large.length)
  })
})

test('a key leads nowhere outside the folder', async () => {
  for (const key of ['../beside', '/etc/passwd', 'a/../../b', ''])
    await expect((async () => folderStorage(root).put(key, bytesOf('x')))()).rejects.toThrow('not a key')
  expect(await readdir(root)).not.toContain('beside')
})

test('a folder that is none refuses', async () => {
  const file = `${beside}/file`
  await writeFile(file, 'x')
  await expect(folderStorage(file).put('a/b', bytesOf('x'))).rejects.toThrow()
  expect(await folderStorage(file).read('a/b')).toBeNull()
})

/** A server whose answers are told by the test. */
async function answering(answer: Parameters<typeof createServer>[1]) {
  const other: Server = createServer(answer as Parameters<typeof createServer>[1] & object)
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  const { port } = other.address() as AddressInfo
  const close = () => {
    other.closeAllConnections()
    return new Promise((closed) => other.close(closed))
  }
  return { store: s3Storage({ ...server.settings, endpoint: `http://127.0.0.1:${port}` }), close }
}

async function refusals(store: Storage) {
  const file = `${beside}/${randomUUID()}`
  await writeFile(file, 'x')
  const works = [
    () => store.put('a', bytesOf('x')),
    () => store.adopt('a', file),
    () => store.read('a'),
    () => store.stream('a'),
    () => store.find('a'),
    () => store.list('a'),
    () => store.delete('a'),
  ]
  const thrown = await Promise.all(
    works.map((work) =>
      work().then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  )
  // What was to be taken over is there for another try.
  expect(existsSync(file)).toBe(true)
  return thrown
}

test('a store that is away, or in trouble, refuses each time', async () => {
  const away = s3Storage({ ...server.settings, endpoint: 'http://127.0.0.1:1' })
  for (const one of await refusals(away)) expect(one).toBeInstanceOf(StoreRefused)
  const troubled = await answering((request, response) => {
    request.resume()
    response.writeHead(503).end()
  })
  for (const one of await refusals(troubled.store)) expect(one).toBeInstanceOf(StoreRefused)
  await troubled.close()
  const noBucket = s3Storage({ ...server.settings, bucket: 'none' })
  for (const one of (await refusals(noBucket)).slice(0, 4)) expect(one).toBeInstanceOf(StoreRefused)
})

test('a file is sent again to a store that failed the first time', async () => {
  let [asked, taken] = [0, '']
  const shaky = await answering((request, response) => {
    asked += 1
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (asked > 1) taken = Buffer.concat(pieces).toString()
      response.writeHead(asked === 1 ? 500 : 200).end()
    })
  })
  const file = `${beside}/${randomUUID()}`
  await writeFile(file, 'whole')
  await shaky.store.adopt('a', file)
  expect([asked, taken, existsSync(file)]).toEqual([2, 'whole', false])
  await shaky.close()
})

// The server of the other tests makes the token of a next page by a cipher that is no longer there.
test('all pages of a long list are read', async () => {
  const asked: (string | null)[] = []
  const item = (key: string) =>
    `<Contents><Key>${key}</Key><LastModified>2030-01-15T02:00:00.000Z</LastModified></Contents>`
  const long = await answering((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams
    asked.push(query.get('prefix'))
    const second = query.get('continuation-token') === 'next/+='
    const more = second
      ? '<IsTruncated>false</IsTruncated>'
      : '<IsTruncated>true</IsTruncated><NextContinuationToken>next/+=</NextContinuationToken>'
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(
      `<ListBucketResult>${more}${second ? item('a/2') : item('a/1')}${item('a/folder/')}</ListBucketResult>`,
    )
  })
  const changedAt = new Date('2030-01-15T02:00:00Z')
  expect(await long.store.list('a')).toEqual([
    { key: 'a/1', changedAt },
    { key: 'a/2', changedAt },
  ])
  expect(asked).toEqual(['a/', 'a/'])
  await long.close()
})

test('a store that gives other bytes than were asked for is not believed', async () => {
  const deaf = await answering((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-length': '10' }).end('0123456789')
  })
  await expect(deaf.store.stream('a', { start: 5, end: 9 })).rejects.toBeInstanceOf(StoreRefused)
  await deaf.close()
})

test('a store that breaks off while it is read is told to the reader', async () => {
  const broken = await answering((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half')
    setImmediate(() => response.destroy())
  })
  const found = await broken.store.stream('a')
  await expect(new Response(found?.body).text()).rejects.toThrow()
  await expect(broken.store.read('a')).rejects.toBeInstanceOf(StoreRefused)
  await broken.close()
})
