'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BankItem } from '@/components/bank/queries'
import { StatusWord } from '@/components/bank/status-word'
import { hrefIn } from '@/components/shell/locales'
import { momentsIn } from '@/components/staff/moments'
import { Cell, Table, TableRow } from '@/components/ui/table'
import { BulkBar } from './bulk-bar'

const columns = ['stem', 'chapter', 'type', 'difficulty', 'status', 'updated'] as const

type BankTableProps = {
  items: readonly BankItem[]
  subjects: Record<string, string>
  chapters: Record<string, string>
  zone: string
  canPublish: boolean
}

/** Questions, one dense row each; those that are ticked can be changed together. */
export function BankTable({ items, subjects, chapters, zone, canPublish }: BankTableProps) {
  const t = useTranslations('bank')
  const router = useRouter()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const tick = (id: string, on: boolean) => setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id))
  const isAll = ticked.length === items.length
  const isEmpty = items.length === 0
  return (
    <>
      <BulkBar
        ids={ticked}
        canPublish={canPublish}
        onDone={() => {
          setTicked([])
          router.refresh()
        }}
      >
        {!isEmpty && (
          <label className="flex min-h-11 items-center gap-3 text-small">
            <input
              type="checkbox"
              checked={isAll}
              onChange={() => setTicked(isAll ? [] : items.map((one) => one.id))}
              className="size-5 accent-deed"
            />
            {t('tickAll')}
          </label>
        )}
      </BulkBar>
      {isEmpty && <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>}
      {!isEmpty && (
        <Table label={t('title')} columns={columns.map((one) => t(`column.${one}`))}>
          {items.map((item) => (
            <BankRow
              key={item.id}
              item={item}
              words={{ subject: subjects[item.subject], chapter: chapters[`${item.subject}/${item.chapter}`] }}
              zone={zone}
              ticked={ticked.includes(item.id)}
              onTick={(on) => tick(item.id, on)}
            />
          ))}
        </Table>
      )}
    </>
  )
}

type BankRowProps = {
  item: BankItem
  words: { subject: string | undefined; chapter: string | undefined }
  zone: string
  ticked: boolean
  onTick: (on: boolean) => void
}

function BankRow({ item, words, zone, ticked, onTick }: BankRowProps) {
  const t = useTranslations('bank')
  const locale = useLocale()
  const moments = momentsIn(locale, zone)
  return (
    <TableRow>
      <Cell className="md:max-w-md">
        <div className="flex items-start gap-3">
          <input
            type="checkbox"
            checked={ticked}
            onChange={(event) => onTick(event.target.checked)}
            aria-label={t('tick', { stem: item.stem })}
            className="mt-2 size-5 shrink-0 scroll-mt-20 accent-deed max-md:mt-3"
          />
          <Link
            href={hrefIn(locale, `/studio/questions/${item.id}`)}
            prefetch={false}
            lang="zh-CN"
            className="inline-flex min-h-9 min-w-0 scroll-mt-20 items-center text-deed max-md:min-h-11"
          >
            <span className="line-clamp-2">{item.stem}</span>
          </Link>
        </div>
      </Cell>
      <Cell label={t('column.chapter')} className="md:max-w-56">
        <span lang="zh-CN">{words.chapter ?? t('noChapter')}</span>
        <span className="block text-ink-3 text-meta">{words.subject ?? item.subject}</span>
      </Cell>
      <Cell short label={t('column.type')}>
        {t(`type.${item.type}`)}
      </Cell>
      <Cell short label={t('column.difficulty')}>
        {item.difficulty}
      </Cell>
      <Cell short label={t('column.status')}>
        <StatusWord status={item.status} next={item.nextStatus} />
      </Cell>
      <Cell short label={t('column.updated')}>
        <time dateTime={item.updatedAt}>{moments.day(item.updatedAt)}</time>
      </Cell>
    </TableRow>
  )
}
