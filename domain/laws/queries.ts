import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { Handle } from '@/db/client'
import { lawEditions } from '@/db/schema'
import { lawsOf } from '@/domain/questions/content-traces'
import type { QuestionContent } from '@/domain/questions/input'
import type { LawEdition } from '@/domain/questions/law-eligibility'

/** What the register knows of the laws that these questions rest on. */
export async function listEditionsOf(
  contents: readonly Pick<QuestionContent, 'sources'>[],
  handle: Handle,
): Promise<LawEdition[]> {
  const names = [...new Set(contents.flatMap(lawsOf).map((one) => one.law))]
  return names.length === 0 ? [] : listEditions(handle, inArray(lawEditions.law, names))
}

const listEditions = (handle: Handle, where?: SQL): Promise<LawEdition[]> =>
  handle
    .select({
      law: lawEditions.law,
      edition: lawEditions.edition,
      effectiveOn: lawEditions.effectiveOn,
      endsOn: lawEditions.endsOn,
    })
    .from(lawEditions)
    .where(where)
    .orderBy(lawEditions.law, lawEditions.edition)

export const findEdition = async (handle: Handle, of: { law: string; edition: string }) =>
  (
    await handle
      .select()
      .from(lawEditions)
      .where(and(eq(lawEditions.law, of.law), eq(lawEditions.edition, of.edition)))
  )[0]
