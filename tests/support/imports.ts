import type { ImportView, ItemsView } from '@/domain/imports/output'
import { settled } from '@/lib/imports/work'
import type { Member } from './world'

type Refused = { code: string }

/** Uploads a file, waits until it was read, and gives the import. */
export async function upload(editor: Member, subject: string, file: { name: string; content: string | Uint8Array }) {
  const form = new FormData()
  form.set('subject', subject)
  form.set('file', new Blob([new Uint8Array(Buffer.from(file.content))]), file.name)
  const reply = await editor.send<{ id: string } & Refused>('POST', '/imports', { form })
  if (reply.status !== 202) throw new Error(`not taken in: ${reply.text}`)
  await settled()
  return view(editor, reply.body.id)
}

export const view = async (editor: Member, id: string) => (await editor.get<ImportView>(`/imports/${id}`)).body
export const items = async (editor: Member, id: string, query = '') =>
  (await editor.get<ItemsView>(`/imports/${id}/items?${query}`)).body

/** Does what an import can be asked to do, and waits for its end. */
export async function act(editor: Member, id: string, what: 'commit' | 'undo') {
  const reply = await editor.post<Refused>(`/imports/${id}/${what}`, {})
  if (reply.status !== 202) throw new Error(`${what} refused: ${reply.text}`)
  await settled()
  return view(editor, id)
}

const columns = '题干,选项A,选项B,选项C,答案,解析'
type Row = { stem: string; key?: string; explanation?: string }

/** A table of single-choice questions, as people have them. */
export const csvOf = (rows: readonly Row[]) =>
  [
    columns,
    ...rows.map(
      ({ stem, key = 'B', explanation = '见教材。' }) =>
        `${stem},甲说${stem},乙说${stem},丙说${stem},${key},${explanation}`,
    ),
  ].join('\n')

/** Stems that have nothing in common. */
export const stems = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => {
    const n = from + index
    const word = (shift: number) => String.fromCharCode(0x4e00 + ((n * 7919 + shift * 104_729) % 20_000))
    return `${Array.from({ length: 12 }, (_, shift) => word(shift)).join('')}的意思是？`
  })
