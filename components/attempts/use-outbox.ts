import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AttemptState } from '@/domain/attempts/view'
import type { Outbox } from './entries'
import type { News, Notice } from './outbox'
import { emptyOutbox, readOutbox, subscribeToOutbox } from './outbox-store'
import { attemptQuery, withAnswer } from './queries'
import { type SenderState, senderState, subscribeToSender } from './sender'

/** Puts what the server said into what the pages read. */
function spread(client: QueryClient, news: News) {
  if (news.kind === 'finished') {
    // A day's seal and score may have come of it.
    void client.invalidateQueries({ queryKey: ['progress'] })
    void client.invalidateQueries({ queryKey: ['months'] })
    return
  }
  const { queryKey } = attemptQuery(news.kind === 'state' ? news.state.id : news.id)
  if (news.kind === 'stale') {
    void client.invalidateQueries({ queryKey })
    return
  }
  // What was asked for before this reply knows less than the reply; but it may know what another tab has answered.
  const wasAsking = client.isFetching({ queryKey }) > 0
  void client.cancelQueries({ queryKey })
  if (news.kind === 'state') client.setQueryData<AttemptState>(queryKey, news.state)
  else
    client.setQueryData<AttemptState>(
      queryKey,
      (state) => state && withAnswer(state, news.question, news.given, news.feedback),
    )
  if (wasAsking) void client.invalidateQueries({ queryKey })
  // Lists that are made anew by the server whenever one comes to them.
  for (const list of ['mistakes', 'open-attempts']) client.removeQueries({ queryKey: [list], type: 'inactive' })
}

/** The outbox of this browser, sent for as long as the component is mounted. */
export function useOutbox(): { outbox: Outbox; sender: SenderState; notice: Notice | null; dismiss: () => void } {
  const client = useQueryClient()
  const outbox = useSyncExternalStore(subscribeToOutbox, readOutbox, emptyOutbox)
  const [sender, setSender] = useState<SenderState>('idle')
  const [notice, setNotice] = useState<Notice | null>(null)
  useEffect(() => {
    setSender(senderState())
    return subscribeToSender({
      onNews: (news) => spread(client, news),
      onNotice: setNotice,
      onState: () => setSender(senderState()),
    })
  }, [client])
  return { outbox, sender, notice, dismiss: () => setNotice(null) }
}
