'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { Field } from '@/components/ui/field'
import type { NewsKind } from '@/domain/news/input'
import { addressFault, newsIn } from './news-body'
import { useNewsFaults } from './news-failure'
import { NewsForm } from './news-form'
import { createNews } from './queries'

type NewNewsProps = { kinds: readonly NewsKind[]; today: string; suggested: string }

/** A piece of news that is written here; it begins as a draft. */
export function NewNews({ kinds, today, suggested }: NewNewsProps) {
  const t = useTranslations('newsDesk')
  const words = useNewsFaults()
  const router = useRouter()
  const locale = useLocale()
  return (
    <NewsForm
      {...{ kinds, today }}
      known={null}
      check={({ id = '' }) => ({ id: addressFault(id.trim()) })}
      send={(fields) => createNews({ ...newsIn(fields), id: fields.id?.trim() ?? '' })}
      onSaved={({ id }) => router.push(hrefIn(locale, `/studio/news/${id}`))}
      more={(faults) => (
        <Field
          label={t('field.address')}
          hint={t('field.addressHint')}
          name="id"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          defaultValue={suggested}
          fault={words(faults.id)}
        />
      )}
    />
  )
}
