import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { S3Client } from '@aws-sdk/client-s3'
import { StoreRefused } from '@/db/errors'
import type { Range } from '../http/range'
import type { Storage, Stored } from './storage'
import { webStream } from './web-stream'

export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  accessKey: string
  secretKey: string
  /** The bucket stands in the path and not in the host's name. */
  pathStyle: boolean
}

/** Milliseconds: until there is a connection, until an answer begins, and between two pieces of a file. */
const patience = { connect: 3000, answer: 15_000, piece: 30_000 }
/** A slower line than this, in bytes a second, has us give up on sending a file. */
const slowest = 128 * 1024
const attempts = 3
/** Each download that is under way holds one. */
const connections = { keepAlive: true, maxSockets: 512 }

const nothing = () => undefined
/** It warns of what is thrown and told anyway. */
const quiet = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

type Sdk = typeof import('@aws-sdk/client-s3')
type Bucket = { sdk: Sdk; client: S3Client }

/** The client weighs some MB: a server whose files lie in a folder never loads it. */
async function open({ endpoint, region, accessKey, secretKey, pathStyle }: S3Settings): Promise<Bucket> {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    ...{ endpoint, region, forcePathStyle: pathStyle, maxAttempts: attempts },
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestHandler: {
      connectionTimeout: patience.connect,
      requestTimeout: patience.answer,
      throwOnRequestTimeout: true,
      httpAgent: connections,
      httpsAgent: connections,
    },
    logger: quiet,
    // Not every store that speaks S3 knows the checksums that the client adds by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { sdk, client }
}

/** Without the request, which the client hangs to its errors: its headers are not for the log. */
function unreachable(error: unknown): StoreRefused {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  return new StoreRefused('unreachable', { cause: new Error(`${name}: ${message}${status ? ` (${status})` : ''}`) })
}

const isMissing = (error: unknown) =>
  error instanceof Error &&
  (['NoSuchKey', 'NotFound'].includes(error.name) ||
    (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) &&
  error.name !== 'NoSuchBucket'

/** What `work` gives; null for what is not there. @throws StoreRefused whatever else is wrong, with the cause for the log */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return null
    throw unreachable(error)
  }
}

async function must<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw unreachable(error)
  }
}

/** Of `bytes 5-8/26`, or of a file that came whole. */
const sizeOf = (contentRange: string | undefined, length: number | undefined) =>
  Number(contentRange?.split('/').at(-1) ?? length ?? 0)

async function streamOf({ sdk, client }: Bucket, Bucket: string, Key: string, range?: Range) {
  const Range = range && `bytes=${range.start}-${range.end}`
  const found = await orNull(client.send(new sdk.GetObjectCommand({ Bucket, Key, Range })))
  if (!found?.Body) return null
  const body = webStream(found.Body as Readable, unreachable, patience.piece)
  // A store that gives other bytes than were asked for would spoil a download that is resumed.
  if (range && !found.ContentRange?.startsWith(`bytes ${range.start}-${range.end}/`)) {
    await body.cancel()
    throw unreachable(new Error(`${found.ContentRange} for ${Range}`))
  }
  return { bytes: sizeOf(found.ContentRange, found.ContentLength), body }
}

/** The client cannot send a stream twice: each attempt reads the file anew. */
async function sendFile({ sdk, client }: Bucket, Bucket: string, Key: string, file: string): Promise<void> {
  const { size } = await stat(file)
  const requestTimeout = patience.answer + (size / slowest) * 1000
  for (let attempt = 1; ; attempt++) {
    const Body = createReadStream(file)
    try {
      await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ContentLength: size }), { requestTimeout })
      return
    } catch (error) {
      if (attempt === attempts) throw unreachable(error)
      await pause(100 * 2 ** attempt)
    } finally {
      Body.destroy()
    }
  }
}

async function listOf({ sdk, client }: Bucket, Bucket: string, folder: string): Promise<Stored[]> {
  const found: Stored[] = []
  for (let token: string | undefined; ; ) {
    const asked = { Bucket, Prefix: `${folder}/`, ContinuationToken: token }
    const page = await must(client.send(new sdk.ListObjectsV2Command(asked)))
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key && !Key.endsWith('/')) found.push({ key: Key, changedAt: LastModified ?? new Date(0) })
    token = page.IsTruncated ? page.NextContinuationToken : undefined
    if (!token) return found
  }
}

/** A store in a bucket of anything that speaks S3. An object is there whole or not at all: that is S3's own promise. */
export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket } = settings
  let opened: Promise<Bucket> | undefined
  const bucket = () => {
    opened ??= open(settings)
    return opened
  }
  return {
    put: async (Key, Body) => {
      const { sdk, client } = await bucket()
      await must(client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ContentLength: Body.byteLength })))
    },
    adopt: async (key, file) => {
      await sendFile(await bucket(), Bucket, key, file)
      await rm(file, { force: true })
    },
    read: async (key) => {
      const found = await streamOf(await bucket(), Bucket, key)
      return found && new Uint8Array(await new Response(found.body).arrayBuffer())
    },
    stream: async (key, range) => streamOf(await bucket(), Bucket, key, range),
    delete: async (Key) => {
      const { sdk, client } = await bucket()
      await orNull(client.send(new sdk.DeleteObjectCommand({ Bucket, Key })))
    },
    find: async (key) => {
      const { sdk, client } = await bucket()
      const found = await orNull(client.send(new sdk.HeadObjectCommand({ Bucket, Key: key })))
      return found && { key, changedAt: found.LastModified ?? new Date(0) }
    },
    list: async (folder) => listOf(await bucket(), Bucket, folder),
  }
}
