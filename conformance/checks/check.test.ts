import { expect, test } from 'vitest'
import type { Target } from '../targets/target.ts'
import { type Check, whatIsMissing } from './check.ts'

const target = {
  name: 'The target',
  capabilities: ['mailbox'],
  documented: { attempts: 10 },
  pages: { changePassword: '/password' },
} as unknown as Target
const needing = (...needs: Check['needs']) => ({ needs }) as Check

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
