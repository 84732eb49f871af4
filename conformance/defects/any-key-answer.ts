import type { Defect } from './defect.ts'

export const anyKeyAnswer: Defect = {
  id: 'any-key-answer',
  title: 'Any answer of a registered security key is accepted',
  rules: () => ({ verifyKeyAssertion: async () => ({ counter: Date.now() }) }),
  flows: [],
  checks: ['WA1', 'WA2', 'WA3', 'WA4', 'WA5', 'WA6', 'WA7', 'WA8', 'WA9', 'WA11', 'WA12'],
  fails: ['WA1', 'WA2', 'WA3', 'WA4', 'WA5', 'WA6', 'WA7', 'WA8', 'WA9', 'WA11'],
}
