import type { ImportStatus } from '@/domain/imports/state'

const underWay: readonly ImportStatus[] = ['reading', 'bringing', 'committing', 'undoing']

/** Whether something is being done with an import just now. */
export const isUnderWay = ({ status }: { status: ImportStatus }) => underWay.includes(status)
