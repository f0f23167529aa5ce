import { useTranslations } from 'next-intl'

type StarProps = { on: boolean; onToggle: () => void; words?: boolean; className?: string }

/** 收藏. With words beside it where there is room. */
export function Star({ on, onToggle, words = false, className = '' }: StarProps) {
  const t = useTranslations('question.own')
  return (
    <button
      type="button"
      aria-pressed={on}
      {...(!words && { 'aria-label': t('star'), title: t('star') })}
      onClick={onToggle}
      className={className}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill={on ? 'currentColor' : 'none'}>
        <path
          d="M10 2.6L12.3 7.3L17.4 8L13.7 11.6L14.6 16.8L10 14.3L5.4 16.8L6.3 11.6L2.6 8L7.7 7.3Z"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {words && t('star')}
    </button>
  )
}
