import { write } from '@/db/client'
import { importMappings } from '@/db/schema'
import type { Mapping } from '@/domain/formats/reading'
import { passOn } from '../holds/hold-commands'
import { type Editor, getImport } from '../queries'

/**
 * Says what columns and values mean: the file is to be read again, and its like is read so from now on.
 * @throws Refusal `not-found`; `import-busy` while it is read, or once it was committed
 */
export async function remap(editor: Editor, id: string, mapping: Mapping, now: Date): Promise<void> {
  const { tables, mapping: before } = await getImport(editor, id)
  const whole = { ...before, ...mapping, columns: { ...before.columns, ...mapping.columns } }
  await write(async (tx) => {
    await passOn(tx, id, ['ready', 'failed'], { status: 'reading', mapping: whole, done: 0, of: 0 })
    for (const { fingerprint } of tables) {
      const columns = whole.columns[fingerprint]
      const remembered = {
        ...(columns && { columns: { [fingerprint]: columns } }),
        ...(whole.values && { values: whole.values }),
      }
      if (Object.keys(remembered).length === 0) continue
      await tx
        .insert(importMappings)
        .values({ fingerprint, mapping: remembered, updatedAt: now })
        .onConflictDoUpdate({ target: importMappings.fingerprint, set: { mapping: remembered, updatedAt: now } })
    }
  })
}
