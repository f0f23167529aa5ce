import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

export function PrintButton() {
  const t = useTranslations('book')
  return (
    <Button look="outlined" onClick={() => window.print()}>
      {t('print')}
    </Button>
  )
}
