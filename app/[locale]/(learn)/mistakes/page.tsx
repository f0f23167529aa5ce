import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MistakesPage, type MistakesProps } from './mistakes-page'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: MistakesProps): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'mistakes' })
  return { title: t('metaTitle'), robots: { index: false, follow: false } }
}

export default function OpenMistakesPage(props: MistakesProps) {
  return <MistakesPage {...props} status="open" />
}
