import { expect, test } from 'vitest'
import { logIn } from '../../machines/first-login/log-in.ts'
import { firstLogin } from '../../machines/first-login/pack.ts'
import { acceptancesOf } from '../targets/profile/accepted.ts'
import { makeResult } from './fixtures/make-result.ts'
import { staleAcceptances } from './stale-acceptances.ts'
import { summarize } from './summarize.ts'

const today = '2026-11-01'
const WRONG = 'password/password.wrong'

function stale(accept: Parameters<typeof acceptancesOf>[1], failed: string[] = []) {
  const outcomes = Object.fromEntries(
    failed.map((id) => [id, { verdict: 'failed', reason: 'Not there.' } as const]),
  )
  const result = makeResult({ flows: [logIn], outcomes })
  return staleAcceptances(acceptancesOf(firstLogin.flows, accept), result, today)
}

test('an acceptance of what passed is to be taken out', () => {
  expect(stale({ [`log-in/${WRONG}`]: 'We know.' })).toEqual([
    {
      name: `log-in/${WRONG}`,
      why: 'not-needed',
      sentence: `log-in/${WRONG} is as documented by now: take it out of \`accept\` (“We know.”).`,
    },
  ])
})

test('one that is needed is not', () => {
  expect(stale({ [`log-in/${WRONG}`]: { reason: 'We know.', until: today } }, [WRONG])).toEqual([])
})

test('one whose day is over is, whatever came of it', () => {
  const [one] = stale({ [`log-in/${WRONG}`]: { reason: 'We know.', until: '2026-10-31' } }, [WRONG])
  expect(one).toMatchObject({ why: 'expired' })
  expect(one?.sentence).toContain('was accepted until 2026-10-31, and that day is over: take it out')
})

test('a step is not needed only when all its transitions passed', () => {
  expect(stale({ 'log-in.4': 'We know.' })).toMatchObject([{ name: 'log-in.4', why: 'not-needed' }])
  expect(stale({ 'log-in.4': 'We know.' }, ['password/password.right[0]'])).toEqual([])
})

test('of what was not asked nothing is said', () => {
  expect(
    stale({ 'SES3.name': { reason: 'We know.', until: '2020-01-01' }, 'reset-password.1': 'So.' }),
  ).toEqual([])
})

test('each fails the run, although everything passed', () => {
  const { flows, checks } = makeResult({ flows: [logIn] })
  expect(summarize(flows, checks, []).conforms).toBe('yes')
  expect(summarize(flows, checks, stale({ [`log-in/${WRONG}`]: 'We know.' })).conforms).toBe('no')
})
