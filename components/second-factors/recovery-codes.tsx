'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** The one time that recovery codes are on show. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('settings.factor')
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => {
    await navigator.clipboard?.writeText(codes.join('\n'))
    setCopied(navigator.clipboard !== undefined)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-rule border-b bg-sunk px-4 py-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold text-small outline-none">
        {t('codesTitle')}
      </h3>
      <p className="text-small">{t('codesNote')}</p>
      <ol className="grid select-text gap-x-8 gap-y-1 text-small sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`}
          download="yilian-recovery-codes.txt"
          className="inline-flex min-h-11 items-center px-2 font-semibold text-deed"
        >
          {t('download')}
        </a>
        <Button look="text" onClick={onKept}>
          {t('kept')}
        </Button>
        <span role="status" className="text-ink-3 text-small empty:hidden">
          {copied && t('copied')}
        </span>
      </div>
    </div>
  )
}
