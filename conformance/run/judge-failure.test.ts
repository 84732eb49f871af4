import { expect, test } from 'vitest'
import { UnknownSymbol } from '../../machines/model/values.ts'
import { readTree } from '../page/read-tree.ts'
import { Indistinct } from '../session/beyond.ts'
import { StillCounting } from '../session/countdown.ts'
import { NotThere } from '../session/find.ts'
import { MailRefused } from '../session/mail.ts'
import type { Session } from '../session/session.ts'
import { Unusable } from '../session/unusable.ts'
import { judgeFailure } from './judge-failure.ts'

test('what the documentation names and the target lacks is the target’s failure', () => {
  const snapshot = { url: '', ...readTree('- heading "Welcome" [level=1]') }
  const judged = judgeFailure(new NotThere('a button or a link “Continue”', snapshot))
  expect(judged.verdict).toBe('failed')
  expect(judged.reason).toBe('Not there: a button or a link “Continue”.')
  expect(judged.observed).toEqual(['the screen “Welcome”'])
})

test('what is there and cannot be used is the target’s failure, too, and why', () => {
  expect(judgeFailure(new Unusable('“Continue”', 'is covered by something else'))).toMatchObject({
    verdict: 'failed',
    expected: ['“Continue” that can be used'],
    observed: ['is covered by something else'],
    reason: '“Continue” is covered by something else.',
  })
})

test('a symbol that no table has is an error of the set-up, with the field and what to do', () => {
  const field = { label: 'Colour', holds: 'colour' }
  expect(judgeFailure(new UnknownSymbol(field, 'red'))).toMatchObject({
    verdict: 'config-error',
    reason:
      "No value is known for 'red' in the field “Colour”, which holds colour: add it to the values of the pack.",
  })
})

test('a button that counts down for longer than the profile waits is an error of the set-up', () => {
  expect(judgeFailure(new StillCounting('Resend (0:42)', 20_400))).toMatchObject({
    verdict: 'config-error',
    reason: '“Resend (0:42)” still counts down after 20 s: let `patience` in the profile be longer.',
  })
})

test('a mail that the mailbox refused is an error of the set-up', () => {
  expect(judgeFailure(new MailRefused('It was too long.'))).toMatchObject({
    verdict: 'config-error',
    reason: 'It was too long.',
  })
})

test('an address in a message keeps no secret', () => {
  const error = new Error(
    'page.goto: net::ERR_FAILED at http://t.example/activate/link/aB3dE5gH7jK9mN1pQ3?code=1',
  )
  expect(judgeFailure(error).reason).toBe(
    'page.goto: net::ERR_FAILED at http://t.example/activate/link/…?code=…',
  )
})

test('a target that does not answer proves nothing; the reason is one line, without colours', () => {
  const error = new Error('\u001b[31mfetch failed\u001b[39m\nCall log:\n  - …', {
    cause: new Error('ECONNREFUSED'),
  })
  expect(judgeFailure(error)).toMatchObject({
    verdict: 'inconclusive',
    reason: 'fetch failed (ECONNREFUSED)',
  })
})

test('a screen that the profile does not tell from the one before is an error of the set-up', () => {
  const screens = { login: { heading: 'Sign in', buttons: ['Log In'] }, reset: { heading: 'Reset' } }
  const session = { screen: (id: keyof typeof screens) => screens[id] } as unknown as Session
  expect(judgeFailure(new Indistinct(session, 'login', 'reset'))).toMatchObject({
    verdict: 'config-error',
    reason: expect.stringContaining('All of “Reset” is still there'),
  })
})
