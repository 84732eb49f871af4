import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import type { Target } from '../targets/target.ts'
import { type Check, whatIsMissing } from './check.ts'
import { checksFor } from './index.ts'

const target = {
  name: 'The target',
  packs,
  capabilities: ['mailbox'],
  documented: { attempts: 10 },
  pages: { changePassword: '/password' },
} as unknown as Target
const needing = (...needs: Check['needs']) => ({ needs, roles: [] as const }) as unknown as Check

test('a target that has everything lacks nothing', () => {
  expect(
    whatIsMissing(needing('mailbox', 'documented.attempts', 'pages.changePassword'), target),
  ).toBeUndefined()
})

test('what it lacks is named: capabilities, documented parameters, pages', () => {
  const check = needing('mailbox', 'clock', 'documented.codeDrift', 'pages.methods')
  expect(whatIsMissing(check, target)).toBe('The target lacks clock, documented.codeDrift, pages.methods.')
})

test('a target that documents nothing lacks each parameter', () => {
  expect(
    whatIsMissing(needing('documented.attempts'), { ...target, documented: undefined } as never),
  ).toContain('documented.attempts')
})

test('a role that no pack has is named, with what it is', () => {
  const check = { needs: [], roles: ['login', 'keys'] } as unknown as Check
  const bare = { ...target, packs: packs.map((pack) => ({ ...pack, roles: { login: pack.roles?.login } })) }
  expect(whatIsMissing(check, target)).toBeUndefined()
  expect(whatIsMissing(check, bare as never)).toBe(
    'The pack “First Login to 1Secure” does not say how its product does this: keys (security keys).',
  )
})

test('a check of one flow is not made where the profile leaves the flow out', () => {
  const cannotWalk = (flow: string) => (flow === 'log-in' ? undefined : 'The profile does not list it.')
  const only = { ...target, cannotWalk }
  const of = (id: string) => checksFor(packs).find((check) => check.id === id) as Check
  for (const kind of ['SNK', 'FLT']) {
    expect(whatIsMissing(of(`${kind}.log-in`), only)).toBeUndefined()
    expect(whatIsMissing(of(`${kind}.reset-password`), only)).toBe(
      'reset-password is not walked here. The profile does not list it.',
    )
  }
})

test('a role whose screens only flows show that the profile does not list is named, with the flow', () => {
  const only = (...flows: string[]) => ({
    ...target,
    cannotWalk: (flow: string) => (flows.includes(flow) ? undefined : 'The profile does not list it.'),
  })
  const check = (...roles: Check['roles']) => ({ needs: [], roles }) as unknown as Check
  expect(whatIsMissing(check('login', 'codes', 'keys', 'session'), only('log-in'))).toBeUndefined()
  expect(whatIsMissing(check('reset'), only('log-in', 'reset-password'))).toBeUndefined()
  expect(whatIsMissing(check('login', 'reset'), only('log-in', 'activate-account'))).toBe(
    'This needs resetting a password by a mailed link, and so the screen “Forgot Your Password?” of reset-password. The profile does not list it.',
  )
  expect(whatIsMissing(check('activation'), only('log-in', 'reset-password'))).toContain(
    'of activate-account',
  )
})
