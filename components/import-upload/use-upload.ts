import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ApiError, type ConnectionError } from '@/components/http'
import { refused } from '@/components/staff/refusal'
import { largestFile, type Sent, sendUpload, type Upload, UploadStopped } from './upload'

type Sending = Sent & { name: string | null }

/** Sends a file or a text, tells how far it is, and goes to its page when it is there. */
export function useUpload(listHref: string) {
  const router = useRouter()
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])
  const send = async (upload: Upload) => {
    const name = 'file' in upload ? upload.file.name : null
    const total = 'file' in upload ? upload.file.size : new Blob([upload.text]).size
    setError(null)
    // The server would say so too, after all of it has been sent.
    if (total > largestFile) return setError(new ApiError(413, 'too-large', null, null))
    setSending({ name, loaded: 0, total })
    const request = sendUpload(upload, (sent) => setSending({ name, ...sent }))
    stop.current = request.stop
    try {
      const id = await request.done
      stop.current = () => {}
      router.push(`${listHref}/${id}`)
    } catch (reason) {
      setSending(null)
      if (!(reason instanceof UploadStopped)) setError(refused(reason))
    }
  }
  return { sending, error, send, stop: () => stop.current() }
}
