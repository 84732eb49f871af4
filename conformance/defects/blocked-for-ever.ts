import type { Defect } from './defect.ts'

export const blockedForEver: Defect = {
  id: 'blocked-for-ever',
  title: 'A block lasts for years',
  rules: ({ limitAttempts }) => ({
    limitAttempts: (kind) => ({ ...limitAttempts(kind), forMs: 10 * 366 * 24 * 60 * 60 * 1000 }),
  }),
  flows: [],
  checks: ['RATE1', 'RATE2'],
  fails: ['RATE2'],
}
