'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiError } from '@/components/http'
import { onAccountStorage, readAccountHint } from './account-hint'
import { hasBegun } from './begin-guest'
import { onSettingsStorage, readUnsent } from './settings'

const staleMs = 10 * 60_000

/**
 * On every page: keeps the tabs at one about settings and who is signed in, and tells the server what was chosen. What
 * does so is loaded only when there is something to tell or to hear.
 */
export function KeepAccount() {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let doubted = false
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void sync(client, doubted), 400)
    }
    const doubt = (error: unknown) => {
      if (doubted || !readAccountHint() || !isUnknown(error)) return
      doubted = true
      soon()
    }
    const leave = [
      client.getQueryCache().subscribe(({ query }) => doubt(query.state.error)),
      client.getMutationCache().subscribe(({ mutation }) => doubt(mutation?.state.error)),
      listen('yilian:settings', soon),
      listen('online', soon),
      listen('storage', (event) => followTab(client, event as StorageEvent)),
      () => clearTimeout(timer),
    ]
    soon()
    return () => {
      for (const one of leave) one()
    }
  }, [client])
  return null
}

function listen(name: string, listener: (event: Event) => void) {
  window.addEventListener(name, listener)
  return () => window.removeEventListener(name, listener)
}

/** The server does not know the person whom this browser remembers. */
const isUnknown = (error: unknown) =>
  error instanceof ApiError && (error.code === 'no-member' || error.code === 'no-guest')

async function sync(client: QueryClient, doubted: boolean) {
  const hint = readAccountHint()
  const stale = hint !== null && (doubted || Date.now() - hint.at > staleMs)
  if (!stale && (!hasBegun() || Object.keys(readUnsent()).length === 0)) return
  try {
    const { askWhoIAm, sendSettings } = await import('./sync')
    await (stale ? askWhoIAm(client) : sendSettings())
  } catch {
    // What could not be told waits in storage for the next change, page or connection.
  }
}

function followTab(client: QueryClient, event: StorageEvent) {
  onSettingsStorage(event)
  const turn = onAccountStorage(event)
  // Whose pages these were, another tab has signed out: nothing of theirs may stay on the screen.
  if (turn === 'out') window.location.reload()
  if (turn === 'in') void client.invalidateQueries()
}
