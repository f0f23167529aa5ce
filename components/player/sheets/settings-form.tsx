import { useTranslations } from 'next-intl'
import { changeSettings, type Settings, useSettings } from '@/components/users/settings'
import type { FeedbackMode } from '@/domain/attempts/input'

const names = ['instant', 'atEnd', 'shortcuts'] as const satisfies readonly (keyof Settings)[]

/** What one may set for the player. Each takes effect at once, but 做完再看解析: that is fixed when a set begins. */
export function SettingsForm({ feedback }: { feedback: FeedbackMode }) {
  const t = useTranslations('player.settings')
  const settings = useSettings()
  return (
    <div className="divide-y divide-rule border-rule border-y">
      {names.map((name) => (
        <label key={name} className={`items-center gap-4 py-3 ${name === 'shortcuts' ? 'hidden md:flex' : 'flex'}`}>
          <span className="flex-1">
            {t(name)}
            <span className="block text-ink-3 text-meta">
              {t(`${name}Note`)}
              {name === 'atEnd' && settings.atEnd !== (feedback === 'end') && t('nextSet')}
            </span>
          </span>
          <input
            type="checkbox"
            checked={settings[name]}
            onChange={(event) => changeSettings({ [name]: event.target.checked })}
            className="size-6 accent-deed"
          />
        </label>
      ))}
    </div>
  )
}

const keys = ['options', 'enter', 'arrows', 'flag', 'star', 'note', 'help'] as const

export function KeyboardHelp() {
  const t = useTranslations('player.keys')
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small">
      {keys.map((key) => (
        <div key={key} className="contents">
          <dt className="font-semibold">{t(`${key}.sign`)}</dt>
          <dd className="text-ink-2">{t(`${key}.does`)}</dd>
        </div>
      ))}
    </dl>
  )
}
