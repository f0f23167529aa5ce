import { useTranslations } from 'next-intl'
import { FilterSelect, Filters } from '@/components/ui/filters'
import { channels, deliveryStates } from '@/domain/deliveries/channels'

type DeliveryFiltersProps = { action: string; chosen: Record<string, string | undefined> }

export function DeliveryFilters({ action, chosen }: DeliveryFiltersProps) {
  const t = useTranslations('deliveries')
  return (
    <Filters label={t('filters')} action={action} submit={t('find')}>
      <FilterSelect
        label={t('column.state')}
        name="state"
        value={chosen.state}
        all={t('all')}
        options={deliveryStates.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <FilterSelect
        label={t('column.channel')}
        name="channel"
        value={chosen.channel}
        all={t('all')}
        options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
    </Filters>
  )
}
