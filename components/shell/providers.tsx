'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { SendPending } from '@/components/attempts/send-pending'
import { ApiError } from '@/components/http'
import { KeepAccount } from '@/components/users/keep-account'

// A refusal will be refused again; only what may pass by itself is asked for once more.
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 && !(error instanceof ApiError && error.status < 500)

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 30_000, retry: worthRetrying, refetchOnWindowFocus: true } },
      }),
  )
  return (
    <QueryClientProvider client={client}>
      {children}
      <SendPending />
      <KeepAccount />
    </QueryClientProvider>
  )
}
