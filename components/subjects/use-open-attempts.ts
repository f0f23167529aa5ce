import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ListedAttempt, openAttemptsQuery } from '@/components/attempts/queries'
import { hasBegun } from '@/components/users/begin-guest'

const none: readonly ListedAttempt[] = []

/** What is begun and not handed in here. A browser that has never begun need not ask. */
export function useOpenAttempts(subject: string): readonly ListedAttempt[] {
  const begun = useHasBegun()
  const { data } = useQuery({ ...openAttemptsQuery(subject), enabled: begun })
  return data?.items ?? none
}

/** Known once the page is in the browser. */
export function useHasBegun(): boolean {
  const [begun, setBegun] = useState(false)
  useEffect(() => setBegun(hasBegun()), [])
  return begun
}
