'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { forgetAttempts } from '@/components/accounts/sign-in/device'
import { hrefIn } from '@/components/shell/locales'
import { Button, buttonLook } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { forgetGuest } from '@/components/users/begin-guest'
import { eraseMe, type Me, meQuery } from '@/components/users/queries'
import { forgetSettings } from '@/components/users/settings'
import { Row, Section } from '../section'
import { ErasureForm } from './erasure-form'

/** Taking out all that one gave, and going. */
export function DataSection({ me }: { me: Me }) {
  const t = useTranslations('settings.data')
  if (me.kind === 'nobody')
    return (
      <Section name="data">
        <p className="py-3 text-ink-2 text-small">{t('nothing')}</p>
      </Section>
    )
  return (
    <Section name="data">
      <Row label={t('export')} note={t('exportNote')}>
        <a href="/api/v1/me/export" download className={buttonLook('outlined')}>
          {t('download')}
        </a>
      </Row>
      {!me.eraseAt && <Erasure me={me} />}
    </Section>
  )
}

function Erasure({ me }: { me: Me }) {
  const t = useTranslations('settings.data')
  const locale = useLocale()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const isMember = me.kind === 'member'
  const erase = async (password?: string) => {
    await eraseMe(password)
    if (!isMember) {
      forgetAttempts()
      forgetSettings()
      forgetGuest()
      client.clear()
      window.location.assign(hrefIn(locale, '/'))
      return
    }
    await client.invalidateQueries({ queryKey: meQuery.queryKey })
    setAsking(false)
    window.scrollTo(0, 0)
  }
  return (
    <Row label={t(isMember ? 'erase' : 'eraseGuest')} note={t(isMember ? 'eraseNote' : 'eraseGuestNote')}>
      <Button look="outlined" onClick={() => setAsking(true)}>
        {t('eraseAction')}
      </Button>
      <Dialog open={asking} title={t('eraseTitle')} onClose={() => setAsking(false)}>
        {asking && (
          <ErasureForm
            isMember={isMember}
            hasPassword={me.hasPassword}
            onErase={erase}
            onStay={() => setAsking(false)}
          />
        )}
      </Dialog>
    </Row>
  )
}
