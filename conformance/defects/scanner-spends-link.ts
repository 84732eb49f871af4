import type { Defect } from './defect.ts'

const overrides = new Map<string, number>()

export const scannerSpendsLink: Defect = {
  id: 'scanner-spends-link',
  title: 'A link counts as used after it was opened three times',
  rules: ({ isLinkSpent }) => ({
    isLinkSpent(link) {
      const token = 'token_hash' in link ? String(link.token_hash) : ''
      overrides.set(token, (overrides.get(token) ?? 0) + 1)
      return isLinkSpent(link) || (overrides.get(token) ?? 0) > 3
    },
  }),
  flows: [],
  checks: ['LNK9'],
  fails: ['LNK9'],
}
