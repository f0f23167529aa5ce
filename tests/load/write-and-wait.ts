import { throttles } from '@/db/schema'
import { openSqlite } from '@/db/sqlite'

/** The process that watchWrites starts: it writes as any process of the product does. */
const other = openSqlite(process.argv[2] ?? '')
const everyMs = 20
const waited: number[] = []
let isOver = false

async function writeNow(count: number) {
  const askedAt = performance.now()
  await other.write(async (tx) => {
    waited.push(performance.now() - askedAt)
    const row = { key: 'bench', count, resetsAt: new Date(0) }
    await tx.insert(throttles).values(row).onConflictDoUpdate({ target: throttles.key, set: { count } })
  })
}

process.once('message', () => {
  isOver = true
})
for (let count = 0; !isOver; count++) {
  await writeNow(count)
  await new Promise((resolve) => setTimeout(resolve, everyMs))
}
await other.close()
process.send?.(waited, () => process.exit(0))
