import { useTranslations } from 'next-intl'

export type ValueKind = 'type' | 'chapter' | 'subject' | 'difficulty'

type ValueRowsProps = {
  kind: ValueKind
  values: readonly string[]
  chosen: Record<string, string>
  options: readonly { value: string; label: string }[]
  onChoose: (value: string, meaning: string) => void
}

/** What words of the file mean here, one row each: “第三章 小组” is 小组工作. */
export function ValueRows({ kind, values, chosen, options, onChoose }: ValueRowsProps) {
  const t = useTranslations('imports.mapping')
  if (values.length === 0) return null
  return (
    <fieldset className="min-w-0 pb-4">
      <legend className="pb-1 text-small">{t(`values.${kind}`)}</legend>
      {values.map((value) => (
        <label
          key={value}
          className="grid items-center gap-x-4 gap-y-1 border-rule border-t py-1.5 text-small sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)]"
        >
          <span lang="zh-CN" className="min-w-0 [overflow-wrap:anywhere]">
            {value}
          </span>
          <select
            value={chosen[value] ?? ''}
            onChange={(event) => onChoose(value, event.target.value)}
            className="min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-2 text-small md:min-h-9"
          >
            <option value="">{t('unknown')}</option>
            {options.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}
