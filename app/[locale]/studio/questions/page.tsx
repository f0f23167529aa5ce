import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BankFilters } from '@/components/bank/table/bank-filters'
import { BankTable } from '@/components/bank/table/bank-table'
import { ExportLinks } from '@/components/bank/table/export-links'
import { examCards, subjectTitles } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { Words } from '@/components/shell/words'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { buttonLook } from '@/components/ui/button'
import { listChapterNodes } from '@/domain/exams/chapter-queries'
import { getSubject, listExams } from '@/domain/exams/queries'
import { listBank } from '@/domain/question-desk/bank-queries'
import { bankQuerySchema } from '@/domain/question-desk/input'
import { caresFor, reaches } from '@/domain/users/permissions'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('bank')

export default staffPage({ role: 'editor', path: '/studio/questions' }, async ({ user, locale, path, asked }) => {
  const exams = await listExams()
  const titles = subjectTitles(examCards(exams, locale))
  const own = Object.entries(titles).filter(([slug]) => caresFor(user, slug))
  const { cursor, ...filters } = asked
  const chosen: Record<string, string | undefined> = { ...filters, subject: filters.subject ?? own[0]?.[0] }
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
})
