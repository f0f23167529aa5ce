'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { signOut } from '@/components/accounts/sign-in/become'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import type { Me } from '@/components/users/queries'
import { Row, Section } from '../section'
import { Saved, useChangeMe, useSaving } from '../use-saving'
import { EmailForm } from './email-form'
import { PasswordForm } from './password-form'

export function AccountSection({ me }: { me: Me }) {
  return (
    <Section name="account">
      <Nickname saved={me.nickname} />
      <EmailForm email={me.email} hasPassword={me.hasPassword} />
      <PasswordForm email={me.email} hasPassword={me.hasPassword} />
      <SignOut email={me.email} />
    </Section>
  )
}

/** Saved on leaving the field, or by Enter. */
function Nickname({ saved }: { saved: string | null }) {
  const t = useTranslations('settings.account')
  const { state, change } = useChangeMe()
  const form = useRef<HTMLFormElement>(null)
  const save = () => {
    const typed = String(new FormData(form.current ?? undefined).get('nickname') ?? '').trim()
    if (typed !== (saved ?? '')) void change({ nickname: typed || null })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-1 border-rule border-b py-3">
      <Field
        label={t('nickname')}
        name="nickname"
        autoComplete="nickname"
        defaultValue={saved ?? ''}
        onBlur={save}
        hint={t('nicknameNote')}
      />
      <Saved state={state} />
    </form>
  )
}

function SignOut({ email }: { email: string | null }) {
  const t = useTranslations('settings.account')
  const locale = useLocale()
  const client = useQueryClient()
  const { state, run } = useSaving()
  const [unsent, setUnsent] = useState(0)
  const leave = (evenUnsent: boolean) =>
    run(async () => {
      const left = await signOut(client, { evenUnsent })
      setUnsent(left)
      if (left === 0) window.location.assign(hrefIn(locale, '/'))
    })
  return (
    <Row
      label={t('signedInAs', { email: email ?? t('nobody') })}
      note={<Saved state={state === 'saved' ? 'idle' : state} />}
    >
      <Button look="outlined" onClick={() => void leave(false)}>
        {t('signOut')}
      </Button>
      <Dialog open={unsent > 0} title={t('unsentTitle')} onClose={() => setUnsent(0)}>
        <p className="text-ink-2 text-small">{t('unsent', { count: unsent })}</p>
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="text" onClick={() => void leave(true)}>
            {t('signOutAnyway')}
          </Button>
          <Button onClick={() => setUnsent(0)}>{t('stay')}</Button>
        </div>
      </Dialog>
    </Row>
  )
}
