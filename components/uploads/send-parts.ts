import { ApiError, ConnectionError } from '@/components/http'
import { missingParts, type Parted, rangeOf, receivedBytes } from './parts'
import { UploadStopped } from './send-bytes'

type PartsToSend = {
  file: Blob
  upload: Parted
  /** Sends one part; the same part again changes nothing. */
  put: (part: number, bytes: Blob, onSent: (loaded: number) => void) => Promise<void>
  /** Waits before the next try; after a break of the line until it is back, if that is sooner. */
  pause: (failures: number, afterSeconds: number | null) => Promise<void>
  onProgress: (done: number) => void
  /** The line is broken, or the server cannot take anything now: it goes on by itself. */
  onWaiting: (isWaiting: boolean) => void
  signal: AbortSignal
}

/** Whether the same part may well be taken later. */
const isPassing = (error: unknown) =>
  error instanceof ConnectionError || (error instanceof ApiError && (error.status === 429 || error.status >= 500))

/**
 * Sends what is missing of a file, one part after the other, and tries each until it is there: a part that was cut off is sent
 * anew, whatever came through before it stays.
 * @throws ApiError when the server refuses it for good, UploadStopped after `signal`
 */
export async function sendParts(sending: PartsToSend): Promise<void> {
  const { upload, onProgress } = sending
  let done = receivedBytes(upload)
  onProgress(done)
  for (const part of missingParts(upload)) {
    await sendPart(sending, part, done)
    const { from, to } = rangeOf(upload, part)
    done += to - from
    onProgress(done)
  }
}

async function sendPart(sending: PartsToSend, part: number, before: number): Promise<void> {
  const { file, upload, put, pause, onProgress, onWaiting, signal } = sending
  const { from, to } = rangeOf(upload, part)
  for (let failures = 0; ; ) {
    if (signal.aborted) throw new UploadStopped('stopped')
    try {
      await put(part, file.slice(from, to), (loaded) => {
        onWaiting(false)
        onProgress(before + Math.min(loaded, to - from))
      })
      onWaiting(false)
      return
    } catch (error) {
      if (!isPassing(error)) throw error
      failures += 1
      onProgress(before)
      onWaiting(true)
      await pause(failures, error instanceof ApiError ? error.retryAfterSeconds : null)
    }
  }
}
