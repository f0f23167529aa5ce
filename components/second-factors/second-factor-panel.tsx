'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { devicesQuery } from '@/components/settings/queries'
import { Unfold } from '@/components/settings/unfold'
import { meQuery } from '@/components/users/queries'
import type { Role } from '@/domain/users/input'
import { CodeForm } from './code-form'
import { Enrolment } from './enrolment'
import { endFactor, renewCodes } from './queries'
import { RecoveryCodes } from './recovery-codes'

type SecondFactorPanelProps = {
  /** In force: a code is asked for at sign-in. */
  on: boolean
  role: Role
  hasPassword: boolean
}

/** 两步验证: switching it on, moving it to another phone, new recovery codes, switching it off. */
export function SecondFactorPanel({ on, role, hasPassword }: SecondFactorPanelProps) {
  const t = useTranslations('settings.factor')
  const client = useQueryClient()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const reload = async () => {
    await client.invalidateQueries({ queryKey: meQuery.queryKey })
    await client.invalidateQueries({ queryKey: devicesQuery.queryKey })
  }
  const enrolled = (close: () => void) => async (recoveryCodes: string[]) => {
    setCodes(recoveryCodes)
    close()
    await reload()
  }
  const needed = role === 'admin' ? t('neededByAdmins') : t('note')
  return (
    <>
      <Unfold
        key={on ? 'on' : 'off'}
        label={t('title')}
        note={on ? t('on') : needed}
        action={t(on ? 'move' : 'switchOn')}
        cancel={t('cancel')}
      >
        {(close) => <Enrolment on={on} hasPassword={hasPassword} onDone={enrolled(close)} />}
      </Unfold>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {on && <Renewal onCodes={setCodes} />}
      {on && role !== 'admin' && <SwitchOff onDone={reload} />}
    </>
  )
}

function Renewal({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const t = useTranslations('settings.factor')
  return (
    <Unfold label={t('codes')} note={t('renewNote')} action={t('renew')} cancel={t('cancel')}>
      {(close) => (
        <CodeForm
          action={t('renew')}
          recoverable
          send={renewCodes}
          onDone={({ recoveryCodes }) => {
            onCodes(recoveryCodes)
            close()
          }}
        />
      )}
    </Unfold>
  )
}

function SwitchOff({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTranslations('settings.factor')
  return (
    <Unfold label={t('off')} note={t('offNote')} action={t('switchOff')} cancel={t('cancel')}>
      {(close) => (
        <CodeForm
          action={t('switchOff')}
          recoverable
          send={endFactor}
          onDone={async () => {
            close()
            await onDone()
          }}
        />
      )}
    </Unfold>
  )
}
