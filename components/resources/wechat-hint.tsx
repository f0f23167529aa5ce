import { useTranslations } from 'next-intl'
import { Words } from '@/components/shell/words'
import { CopyAddress } from './copy-address'
import { MailFile } from './mail-file'

/** WeChat's own browser lets no file through: how to open the page where it can be downloaded, or have the file by mail. */
export function WeChatHint({
  address,
  resource,
}: {
  address: string /** Whose file can be mailed. */
  resource?: string
}) {
  const t = useTranslations('resources.wechat')
  return (
    <section
      aria-labelledby="wechat"
      className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-2 border-edge border-y bg-sunk px-4 py-4 md:max-w-[42rem]"
    >
      <h2 id="wechat" className="font-semibold">
        {t('title')}
      </h2>
      <p className="text-ink-2 text-small">{t('how')}</p>
      <Words spaces={['resources', 'form']}>
        <CopyAddress address={address} />
        {resource && <MailFile resource={resource} />}
      </Words>
    </section>
  )
}
