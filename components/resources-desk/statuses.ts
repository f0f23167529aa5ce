import type { ResourceStatus } from './queries'

export const statuses = ['draft', 'published', 'retired'] as const satisfies readonly ResourceStatus[]

export const isStatus = (text: string): text is ResourceStatus => statuses.some((one) => one === text)
