import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { BankFilters } from '@/components/bank/table/bank-filters'
import { BankTable } from '@/components/bank/table/bank-table'
import { ExportLinks } from '@/components/bank/table/export-links'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { chosenIn, type SearchParams } from '@/components/staff/chosen'
import { ClosedDoor } from '@/components/staff/closed-door'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { buttonLook } from '@/components/ui/button'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { listBank } from '@/domain/question-desk/bank-queries'
import { bankQuerySchema } from '@/domain/question-desk/input'
import { caresFor, reaches } from '@/domain/users/permissions'
import { standingOf } from '@/lib/auth/staff'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export const dynamic = 'force-dynamic'
const path = '/studio/questions'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'bank' })
  return { title: t('title'), robots: { index: false, follow: false } }
}

export default async function BankPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(locale)
  const standing = await standingOf(await headers(), 'editor')
  if (standing.is === 'stranger') notFound()
  if (standing.is !== 'staff') return <ClosedDoor locale={locale} path={path} why={standing.is} />
  const { user } = standing
  const exams = await listExams()
  const titles = subjectTitles(examCards(exams, locale))
  const own = Object.entries(titles).filter(([slug]) => caresFor(user, slug))
  const { cursor, ...asked } = chosenIn(await searchParams)
  const chosen: Record<string, string | undefined> = { ...asked, subject: asked.subject ?? own[0]?.[0] }
  const query = bankQuerySchema.safeParse({ ...chosen, cursor })
  if (!query.success || !own.some(([slug]) => slug === chosen.subject)) notFound()
  const now = new Date()
  const [bank, nodes] = await Promise.all([
    listBank(user, query.data, now),
    listChapterNodes(await getSubject(query.data.subject), now),
  ])
  const t = await getTranslations('bank')
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={user.role} place="bank" path={path} title={t('title')}>
      <BankFilters
        action={`${href}#found`}
        chosen={chosen}
        subjects={own.map(([value, label]) => ({ value, label }))}
        chapters={nodes}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-3">
        {/* Where the address of a filter leads: the focus goes on from what was found, not from the top of the page. */}
        <p id="found" tabIndex={-1} className="scroll-mt-80 text-ink-2 text-small">
          {bank.count && t('count', { count: bank.count.n, more: String(bank.count.more) })}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <Link
            href={`${href}/new?subject=${query.data.subject}`}
            prefetch={false}
            className={buttonLook('filled', '', 'small')}
          >
            {t('new')}
          </Link>
          <ExportLinks subject={query.data.subject} />
        </div>
      </div>
      <Words spaces={['bank']}>
        <BankTable
          key={JSON.stringify([chosen, cursor])}
          items={bank.items}
          subjects={titles}
          chapters={Object.fromEntries(nodes.map(({ key, title }) => [`${query.data.subject}/${key}`, title]))}
          zone={exams[0]?.timeZone ?? 'UTC'}
          canPublish={reaches(user.role, 'reviewer')}
        />
      </Words>
      <Paging href={href} chosen={chosen} cursor={cursor} nextCursor={bank.nextCursor} />
    </StaffFrame>
  )
}
