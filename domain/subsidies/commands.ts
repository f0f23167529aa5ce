import { eq, inArray } from 'drizzle-orm'
import { write } from '@/db/client'
import { subsidies } from '@/db/schema'
import { upkeepOf } from '@/domain/seeds/upkeep'
import type { Subsidy } from './input'

/** Brings the subsidies up to their file: what it no longer holds is retired. */
export function seedSubsidies(exam: string, made: readonly Subsidy[], now: Date): Promise<void> {
  const wanted = made.map((one) => ({ ...one, examSlug: exam, status: 'published' as const }))
  return write(async (tx) => {
    const { save, retire } = upkeepOf(await tx.select().from(subsidies).where(eq(subsidies.examSlug, exam)), wanted)
    for (const { id, ...rest } of save) {
      const set = { ...rest, updatedAt: now }
      await tx
        .insert(subsidies)
        .values({ id, ...set })
        .onConflictDoUpdate({ target: subsidies.id, set })
    }
    if (retire.length > 0)
      await tx.update(subsidies).set({ status: 'retired', updatedAt: now }).where(inArray(subsidies.id, retire))
  })
}
