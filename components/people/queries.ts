import { api } from '@/components/http'
import type { PersonChange } from '@/domain/people/input'
import type { PersonView } from '@/domain/people/output'

export const changePerson = (id: string, change: PersonChange) =>
  api<PersonView>(`/people/${id}`, { method: 'PATCH', body: change })

export const endSessionsOf = (id: string) => api<{ ended: number }>(`/people/${id}/sessions`, { method: 'DELETE' })
