import type { Defect } from './defect.ts'

export const anyTenantId: Defect = {
  id: 'any-tenant-id',
  title: 'The tenant id in an ID token is not compared with its issuer',
  rules: () => ({ checkTenant: ({ tid, oid }) => `${String(tid)}/${String(oid)}` }),
  flows: [],
  checks: ['RP2', 'RP11'],
  fails: ['RP11'],
}
