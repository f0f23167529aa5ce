/** Everything that is noted. Words for each are in messages, under `audit.actions`. */
export const auditActions = [
  'account.created',
  'account.linked',
  'account.email-changed',
  'account.password-changed',
  'account.password-reset',
  'account.consented',
  'account.merged',
  'account.deletion-asked',
  'account.deletion-withdrawn',
  'account.erased',
  'token.made',
  'token.revoked',
  'second-factor.on',
  'second-factor.off',
  'second-factor.replaced',
  'second-factor.recovery-code-used',
  'second-factor.recovery-codes-renewed',
  'person.role-changed',
  'person.subjects-changed',
  'person.disabled',
  'person.enabled',
  'person.sessions-ended',
  'person.password-set',
  'report.answered',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Ids, roles and counts; never a name, an address or a text that somebody wrote. */
export type AuditDetails = Record<string, string | number | boolean | null | readonly string[]>
