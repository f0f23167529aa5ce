import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeliveryFilters } from '@/components/deliveries/delivery-filters'
import { DeliveryTable } from '@/components/deliveries/delivery-table'
import { hrefIn } from '@/components/shell/locales'
import { Paging } from '@/components/staff/paging'
import { StaffFrame } from '@/components/staff/staff-frame'
import { deliveryQuerySchema } from '@/domain/deliveries/input'
import { listDeliveries } from '@/domain/deliveries/queries'
import { staffMetadata, staffPage } from '../../staff-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = staffMetadata('deliveries')

export default staffPage({ role: 'admin', path: '/admin/deliveries' }, async ({ user, locale, path, asked }) => {
  const { cursor, ...chosen } = asked
  const query = deliveryQuerySchema.safeParse({ ...chosen, cursor })
  if (!query.success) notFound()
  const log = await listDeliveries(query.data)
  const t = await getTranslations('deliveries')
  const href = hrefIn(locale, path)
  return (
    <StaffFrame locale={locale} role={user.role} place="deliveries" path={path} title={t('title')}>
      <p className="pt-2 text-ink-2 text-small">{t('lead')}</p>
      <DeliveryFilters action={href} chosen={chosen} />
      <DeliveryTable log={log} />
      <Paging href={href} chosen={chosen} cursor={cursor} nextCursor={log.nextCursor} />
    </StaffFrame>
  )
})
