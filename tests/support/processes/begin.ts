import { store } from '@/db/client'

/** Tells the parent that this process is up, waits for its word, does the work, and tells what came of it. */
export async function begin(work: (...words: string[]) => Promise<unknown>) {
  process.send?.({ ready: true })
  await new Promise((resolve) => process.once('message', resolve))
  const value = await work(...process.argv.slice(2))
  process.send?.({ value })
  await store().close()
  process.disconnect()
}
