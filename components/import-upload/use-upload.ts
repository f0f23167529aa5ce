import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ApiError, type ConnectionError } from '@/components/http'
import { refused } from '@/components/staff/refusal'
import { type Sent, UploadStopped } from '@/components/uploads/send-bytes'
import { largestFile, sendUpload, type Upload } from './upload'

type Sending = Sent & { name: string | null }

/** Sends a file or a text, tells how far it is, and goes to its page when it is there. */
export function useUpload(listHref: string) {
  const router = useRouter()
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  const stopper = useRef<AbortController>(null)
  const stop = () => stopper.current?.abort()
  useEffect(() => () => stopper.current?.abort(), [])
  const send = async (upload: Upload) => {
    const name = 'file' in upload ? upload.file.name : null
    const total = 'file' in upload ? upload.file.size : new Blob([upload.text]).size
    setError(null)
    // The server would say so too, after all of it has been sent.
    if (total > largestFile) return setError(new ApiError(413, 'too-large', null, null))
    setSending({ name, loaded: 0, total })
    stopper.current = new AbortController()
    try {
      const id = await sendUpload(upload, (sent) => setSending({ name, ...sent }), stopper.current.signal)
      router.push(`${listHref}/${id}`)
    } catch (reason) {
      setSending(null)
      if (!(reason instanceof UploadStopped)) setError(refused(reason))
    }
  }
  return { sending, error, send, stop }
}
