import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Every page's own components may need these. */
const common = ['nav', 'errors']

/** Sends the browser the words of the namespaces it speaks on this page, and no others. */
export async function Words({ spaces, children }: { spaces: string[]; children: ReactNode }) {
  const spoken = new Set([...common, ...spaces])
  const messages = Object.entries(await getMessages()).filter(([space]) => spoken.has(space))
  return <NextIntlClientProvider messages={Object.fromEntries(messages)}>{children}</NextIntlClientProvider>
}
