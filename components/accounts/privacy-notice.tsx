import { useTranslations } from 'next-intl'
import { consentVersion } from '@/domain/users/consent'

/** Each part and how many points it has. */
const parts = {
  account: 4,
  practice: 3,
  cookies: 4,
  device: 2,
  mails: 2,
  reminders: 4,
  logs: 3,
  who: 3,
  rights: 3,
  leaving: 4,
  backups: 2,
} as const

/** What is stored of people, why, how long, and who sees it: in plain words, and all of it. */
export function PrivacyNotice() {
  const t = useTranslations('privacy')
  return (
    <article className="mx-auto w-full max-w-[42rem] pt-6 pb-16 md:pt-10">
      <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
      <p className="pt-2 text-ink-3 text-meta">{t('version', { version: consentVersion })}</p>
      <p className="prose pt-4">{t('lead')}</p>
      {Object.entries(parts).map(([part, points]) => (
        <section key={part} aria-labelledby={part} className="pt-10">
          <h2 id={part} className="border-rule border-b pb-2 font-semibold">
            {t(`${part}.title`)}
          </h2>
          <ul className="prose list-disc space-y-2 pt-3 pl-5 text-small marker:text-ink-3">
            {Array.from({ length: points }, (_, index) => String(index + 1)).map((point) => (
              <li key={point}>{t(`${part}.${point}`)}</li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}
