import { expect, test } from 'vitest'
import type { Target } from '../targets/target.ts'
import { passwordsAt } from './known.ts'

const target = (own: Partial<Target> = {}) => own as Target

test('a new password is never the account’s own', () => {
  const usual = passwordsAt(target(), { password: 'another one' })
  const { strong, weak } = passwordsAt(target(), { password: usual.strong })
  expect(strong).not.toBe(usual.strong)
  expect(strong.startsWith(usual.strong)).toBe(true)
  expect(weak).not.toBe(usual.strong)
  const own = { passwords: { strong: 'violet-27-HARBOUR' } }
  expect(passwordsAt(target(own), { password: 'x' }).strong).toBe('violet-27-HARBOUR')
  expect(passwordsAt(target(own), { password: 'violet-27-HARBOUR' }).strong).not.toBe('violet-27-HARBOUR')
})

test('the usual password has every kind of character that rules of composition ask for', () => {
  const { strong, weak } = passwordsAt(target(), { password: 'another one' })
  for (const password of [strong, weak])
    for (const kind of [/[A-Z]/, /[a-z]/, /\d/, /[!@#$%^&*-]/]) expect(password).toMatch(kind)
  expect(strong).not.toMatch(/\s/)
})
