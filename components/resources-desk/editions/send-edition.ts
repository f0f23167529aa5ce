import { ApiError } from '@/components/http'
import { addEdition, fetchResource } from '@/components/resources-desk/queries'
import type { NewEdition } from '@/domain/resources/desk/input'
import type { ResourceDeskView } from '@/domain/resources/desk/output'

/**
 * Makes an edition of what was uploaded. An upload is over with it: where the reply was lost, and it is sent again, the server
 * knows the upload no more, but the edition. @returns the edition's name @throws ApiError, ConnectionError
 */
export async function sendEdition(known: ResourceDeskView, body: NewEdition, bytes: number): Promise<string> {
  try {
    return (await addEdition(known.id, body)).edition
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'not-found')) throw error
    const { editions } = await fetchResource(known.id)
    const made = editions.find((one) => one.bytes === bytes && known.editions.every(({ id }) => id !== one.id))
    if (!made) throw error
    return made.edition
  }
}
