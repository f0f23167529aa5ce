'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'
import type { Role } from '@/domain/users/input'
import { Moment } from '../moment'
import { revokeToken, tokensQuery } from '../queries'
import { Row, Section } from '../section'
import { Unfold } from '../unfold'
import { Saved, useSaving } from '../use-saving'
import { ShownOnce, TokenForm } from './token-form'

/** Keys for programs that act for one: what they may do, and until when. */
export function TokensSection({ role }: { role: Role }) {
  const t = useTranslations('settings.tokens')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(tokensQuery)
  const [made, setMade] = useState<string | null>(null)
  const { state, run } = useSaving()
  const reload = () => client.invalidateQueries({ queryKey: tokensQuery.queryKey })
  const revoke = (id: string) =>
    void run(async () => {
      await revokeToken(id)
      await reload()
    })
  return (
    <Section name="tokens">
      {error && <LoadFailure error={error} onRetry={() => refetch()} />}
      <Unfold label={t('lead')} note={t('note')} action={t('make')} cancel={t('cancel')}>
        {(close) => (
          <TokenForm
            role={role}
            onMade={(token) => {
              setMade(token)
              close()
              void reload()
            }}
          />
        )}
      </Unfold>
      {made && <ShownOnce token={made} />}
      {data?.items.map(({ id, name, scopes, expiresAt, lastUsedAt }) => (
        <Row
          key={id}
          label={name}
          note={
            <>
              {scopes.map((scope) => t(`scope.${scope}`)).join(t('separator'))}
              <br />
              {t.rich('until', { at: () => <Moment at={expiresAt} /> })}
              {lastUsedAt && t.rich('used', { at: () => <Moment at={lastUsedAt} /> })}
            </>
          }
        >
          <Button look="outlined" aria-label={t('revokeOne', { name })} onClick={() => revoke(id)}>
            {t('revoke')}
          </Button>
        </Row>
      ))}
      <p className="min-h-6 pt-1">
        <Saved state={state} words={t('revoked')} />
      </p>
    </Section>
  )
}
