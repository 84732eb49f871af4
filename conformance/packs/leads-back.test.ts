import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { leadsBack } from './leads-back.ts'

const flowOf = (id: string) => {
  const flow = packs.flatMap(({ flows }) => flows).find((flow) => flow.id === id)
  if (!flow) throw new Error(`There is no flow ${id}.`)
  return flow
}

test.each([
  ['log-in', 'email-address', 'keep-your-account-safe', true],
  ['log-in', 'keep-your-account-safe', 'email-address', false],
  // Some come to the dashboard without it.
  ['log-in', 'dashboard', 'verify-your-identity', false],
  // A mail lies between them: someone who is at the login again has passed what the link led to.
  ['reset-password', 'login-page', 'invalid-link', false],
  ['reset-password', 'login-page', 'password-changed', false],
])('%s: whether “%s” is on the way to “%s” only: %s', (flow, other, screen, answer) => {
  expect(leadsBack(flowOf(flow), other, screen)).toBe(answer)
})
