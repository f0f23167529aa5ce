'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** An address to be taken elsewhere: the page's own, unless it says otherwise. */
export function CopyAddress({ address, label }: { address: string; label?: string }) {
  const t = useTranslations('resources.wechat')
  const box = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null)
  const copy = async () => {
    box.current?.select()
    // Plain http knows no clipboard, and WeChat may refuse it: then the text stands selected, to be copied by hand.
    const written = navigator.clipboard?.writeText(address)
    setCopied(
      written
        ? await written.then(
            () => 'yes',
            () => 'by-hand',
          )
        : 'by-hand',
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input
        ref={box}
        readOnly
        value={address}
        aria-label={label ?? t('address')}
        onFocus={(event) => event.target.select()}
        className="min-h-11 min-w-0 flex-1 basis-[min(15rem,100%)] rounded-button border-[1.5px] border-edge bg-paper px-3 text-small"
      />
      <Button onClick={() => void copy()}>{t('copy')}</Button>
      <span role="status" className="text-ink-2 text-small empty:hidden">
        {copied && t(copied)}
      </span>
    </div>
  )
}
