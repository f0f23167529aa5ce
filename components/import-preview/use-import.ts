import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { fetchImport } from '@/components/imports/queries'
import { isUnderWay } from '@/components/imports/under-way'
import type { ImportView } from '@/domain/imports/output'

const pollMs = 700

/** An import as it stands; asked for again and again while something is done with it. */
export function useImport(initial: ImportView) {
  const client = useQueryClient()
  const { id } = initial
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: () => fetchImport(id),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollMs : false),
  })
  const { status } = query.data
  const before = useRef(status)
  useEffect(() => {
    // Its questions are others when it has been read again, committed or undone.
    if (before.current !== status) void client.resetQueries({ queryKey: ['import-items', id] })
    before.current = status
  }, [client, id, status])
  return {
    shown: query.data,
    error: query.error,
    retry: () => void query.refetch(),
    put: (view: ImportView) => {
      client.setQueryData(['import', id], view)
    },
  }
}
