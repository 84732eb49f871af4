import type { Defect } from './defect.ts'

export const fetchesFromWithin: Defect = {
  id: 'fetches-from-within',
  title: 'A discovery address may lead anywhere',
  rules: () => ({ guardOutgoing: () => undefined }),
  flows: [],
  checks: ['CFG1', 'CFG2'],
  fails: ['CFG2'],
}
