import type { Role } from './input'

const rank: Record<Role, number> = { learner: 0, editor: 1, reviewer: 2, admin: 3 }

/** Whether a role may do what `needed` may. */
export const reaches = (role: Role, needed: Role) => rank[role] >= rank[needed]

/** Editors and reviewers care for their own subjects, or for all when none are named; admins for all. */
export const caresFor = ({ role, subjects }: { role: Role; subjects: readonly string[] | null }, subject: string) =>
  role === 'admin' || (reaches(role, 'editor') && (subjects === null || subjects.includes(subject)))
