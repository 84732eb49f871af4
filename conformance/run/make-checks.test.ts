import { expect, test } from 'vitest'
import { checkOf } from '../checks/index.ts'
import type { Assignment } from './assignment.ts'
import { groupsOf } from './make-checks.ts'

const checks = ['RP1', 'PWD1', 'RP7', 'LNK1'].map(checkOf)
const target: Assignment['target'] = {
  compiled: 'compiled.mjs',
  file: 'doorstep.config.ts',
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
