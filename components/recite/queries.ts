import { queryOptions } from '@tanstack/react-query'
import { newId } from '@/components/attempts/new-id'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'
import type { StartAttempt } from '@/domain/attempts/input'
import type { AttemptState } from '@/domain/attempts/view'

/** What is read: a chapter, a day's set that was done, one's mistakes or favourites. */
export type Reading = Pick<StartAttempt, 'subject' | 'chapter' | 'of' | 'on'>

/** Questions to be read with their answers (背题). Reading is noted on the server as having seen them. */
export const reciteQuery = (reading: Reading) =>
  queryOptions({
    queryKey: ['recite', reading],
    queryFn: () =>
      asSomebody(() =>
        api<AttemptState>('/attempts', {
          method: 'POST',
          body: { ...reading, id: newId(), mode: 'recite', again: true },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
