export const statuses = ['unannounced', 'expected', 'announced', 'postponed', 'cancelled', 'held'] as const
export const certainties = ['official', 'secondary', 'unverified'] as const
