import { expect, test } from 'vitest'
import type { Mail } from '../targets/target.ts'
import { mailsCalled, subjectOf } from './mail.ts'
import type { World } from './world.ts'

const mailbox = (...subjects: string[]) => {
  const mails: Mail[] = subjects.map((subject, n) => ({ subject, html: async () => `mail ${n}` }))
  return { target: {}, mailbox: () => ({ mails: async () => mails }) } as unknown as World
}

test('only mails of the subject count, whatever else has come in between', async () => {
  const world = mailbox('Reset your password', 'Your password was changed', 'reset your password!')
  const found = await mailsCalled(world, 'Reset your password')
  expect(await Promise.all(found.map((mail) => mail.html()))).toEqual(['mail 0', 'mail 2'])
})

test('the mail that a link stands in is known by the link', () => {
  expect(subjectOf('password reset link')).toBe('Reset your password')
  expect(subjectOf('account activation link')).toBe('Welcome to Netwrix 1Secure')
})

test('a link that is in no mail is a fault of the model', () => {
  expect(() => subjectOf('another link')).toThrow('no mail with a button or a link “another link”')
})
