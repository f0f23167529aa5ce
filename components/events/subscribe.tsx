import { useTranslations } from 'next-intl'
import { CopyAddress } from '@/components/resources/copy-address'
import { Words } from '@/components/shell/words'
import { buttonLook } from '@/components/ui/button'
import { webcalOf } from './scope'

const programs = ['iphone', 'android', 'computer', 'wechat'] as const

type SubscribeProps = {
  /** Of the feed, absolute. */
  address: string
  /** The province's name, or the whole country. */
  place: string
  /** WeChat's own browser opens no other program. */
  inWeChat: boolean
}

/** The feed: a link that opens the calendar program, the address to be pasted into one, and how. */
export function Subscribe({ address, place, inWeChat }: SubscribeProps) {
  const t = useTranslations('events.subscribe')
  return (
    <section aria-labelledby="subscribe" className="pt-10 lg:row-span-2 lg:pt-0">
      <h2 id="subscribe" className="scroll-mt-4 border-rule border-b pb-2 font-semibold">
        {t('title')}
      </h2>
      <div className="grid gap-3 pt-3">
        <p className="text-ink-2 text-small">{t('what', { place })}</p>
        {inWeChat ? (
          <p className="border-edge border-y bg-sunk px-3 py-2 text-small">{t('inWeChat')}</p>
        ) : (
          <p>
            <a href={webcalOf(address)} className={buttonLook('filled')}>
              {t('open')}
            </a>
          </p>
        )}
        <Words spaces={['resources']}>
          <CopyAddress address={address} label={t('address')} />
        </Words>
        <dl className="grid gap-1 text-small">
          {programs
            .filter((one) => !(inWeChat && one === 'wechat'))
            .map((one) => (
              <div key={one}>
                <dt className="font-semibold">{t(`${one}.name`)}</dt>
                <dd className="text-ink-2">{t(`${one}.how`)}</dd>
              </div>
            ))}
        </dl>
      </div>
    </section>
  )
}
