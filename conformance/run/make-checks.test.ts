import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import type { Assignment } from './assignment.ts'
import { findChecks } from './find-checks.ts'
import { groupsOf } from './make-checks.ts'

const checks = findChecks(packs, { check: ['RP1', 'PWD1', 'RP7', 'LNK1'] })
const target: Assignment['target'] = {
  file: 'doorstep.config.ts',
  path: '/doorstep.config.ts',
  cache: '/cache',
  url: 'http://ours.example',
  data: null,
}
const provider = {
  issuer: '',
  clientId: '',
  clientSecret: '',
  discoveryUrl: '',
  deadUrl: '',
  otherIssuerUrl: '',
  redirectUri: '',
  peopleUrl: '',
}

test('checks are made side by side, but where all share one provider that will misbehave', () => {
  expect(groupsOf(checks, { target, workers: 3 })).toEqual([
    { ids: ['RP1', 'PWD1', 'RP7', 'LNK1'], workers: 3 },
  ])
  expect(groupsOf(checks, { target: { ...target, provider }, workers: 3 })).toEqual([
    { ids: ['PWD1', 'LNK1'], workers: 3 },
    { ids: ['RP1', 'RP7'], workers: 1 },
  ])
  expect(groupsOf(checks.slice(0, 1), { target: { ...target, provider }, workers: 3 })).toEqual([
    { ids: ['RP1'], workers: 1 },
  ])
})
