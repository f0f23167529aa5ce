import type { Role } from '@/domain/users/input'

const places = [
  { name: 'people', path: '/admin/people', admins: true },
  { name: 'audit', path: '/admin/audit', admins: true },
  { name: 'deliveries', path: '/admin/deliveries', admins: true },
  { name: 'bank', path: '/studio/questions', admins: false },
  { name: 'imports', path: '/studio/imports', admins: false },
  { name: 'resources', path: '/studio/resources', admins: false },
  { name: 'laws', path: '/studio/laws', admins: false },
  { name: 'news', path: '/studio/news', admins: false },
  { name: 'subsidies', path: '/studio/subsidies', admins: false },
  { name: 'calendar', path: '/studio/calendar', admins: false },
  { name: 'desk', path: '/studio/reports', admins: false },
] as const
export type StaffPlace = (typeof places)[number]['name']

/** The pages of the staff that a role may open. */
export const staffPlaces = (role: Role) =>
  role === 'learner' ? [] : places.filter((one) => role === 'admin' || !one.admins)
