import { useEffect, useRef, useState } from 'react'
import type { ApiError, ConnectionError } from '@/components/http'
import { refused } from '@/components/staff/refusal'
import { percentOf, receivedBytes } from './parts'
import { pauseUntilBetter } from './patience'
import { beginUpload, dropUpload, findUpload, putPart } from './queries'
import { forgetUpload, rememberUpload, uploadOf } from './remembered'
import { UploadStopped } from './send-bytes'
import { sendParts } from './send-parts'

const longestName = 200

/** Where the upload of one file stands. */
export type UploadState =
  | { is: 'none' }
  /** Looked at, and not sent yet; `percent` of it are there from an earlier try. */
  | { is: 'chosen'; file: File; percent: number }
  | { is: 'sending'; file: File; done: number; isWaiting: boolean }
  | { is: 'done'; file: File; id: string }

/** The upload of this file that was begun before, as the server has it; what it does not know any more is forgotten. */
async function earlierUpload(file: File, purpose: string) {
  const known = uploadOf(file, purpose)
  if (!known) return null
  const upload = await findUpload(known.id)
  if (!upload) forgetUpload(file)
  return upload
}

/** Lets go of what is there of a file. Where that cannot be told, the server does so by itself after a day. */
async function letGo(file: File, purpose: string) {
  const known = uploadOf(file, purpose)
  forgetUpload(file)
  if (known) await dropUpload(known.id).catch(refused)
}

/**
 * A file on its way to the server, in parts: it goes on by itself when the line comes back, and where it was left when the same
 * file is chosen again after a reload. @param purpose what it is for, so that it is taken up again nowhere else
 */
export function usePartUpload(purpose: string) {
  const [state, setState] = useState<UploadState>({ is: 'none' })
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  const stopper = useRef<AbortController>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  const choose = async (file: File) => {
    setError(null)
    const earlier = await earlierUpload(file, purpose).catch((reason: unknown) => {
      // Not known now: it is asked for again before anything is sent.
      refused(reason)
      return null
    })
    setState({ is: 'chosen', file, percent: earlier ? percentOf(receivedBytes(earlier), earlier.bytes) : 0 })
  }

  const send = async (file: File, signal: AbortSignal) => {
    const begun = await earlierUpload(file, purpose)
    const upload = begun ?? (await beginUpload({ fileName: file.name.slice(-longestName), bytes: file.size }))
    rememberUpload(file, { id: upload.id, purpose })
    const put = (change: { done: number } | { isWaiting: boolean }) =>
      setState((now) => (now.is === 'sending' && now.file === file ? { ...now, ...change } : now))
    await sendParts({
      ...{ file, upload, signal },
      put: putPart(upload.id, signal),
      pause: pauseUntilBetter(signal),
      onProgress: (done) => put({ done }),
      onWaiting: (isWaiting) => put({ isWaiting }),
    })
    setState({ is: 'done', file, id: upload.id })
  }

  const start = async () => {
    if (state.is !== 'chosen' || stopper.current) return
    const { file } = state
    const controller = new AbortController()
    stopper.current = controller
    setError(null)
    setState({ is: 'sending', file, done: 0, isWaiting: false })
    try {
      await send(file, controller.signal)
    } catch (reason) {
      if (reason instanceof UploadStopped) return
      setError(refused(reason))
      setState({ is: 'chosen', file, percent: 0 })
    } finally {
      stopper.current = null
    }
  }

  /** Another file, or none: what is there of this one goes. */
  const leave = async () => {
    if (state.is === 'none') return
    stopper.current?.abort()
    setState({ is: 'none' })
    setError(null)
    await letGo(state.file, purpose)
  }

  /** It has become what it is for: the server holds it as that, and not as an upload any more. */
  const finish = () => {
    if (state.is !== 'none') forgetUpload(state.file)
    setState({ is: 'none' })
  }
  return { state, error, choose, start, leave, finish }
}
