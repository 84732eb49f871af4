import { expect, test } from 'vitest'
import { logIn } from '../../machines/first-login/log-in.ts'
import { edgesOfStep } from '../../machines/model/edges.ts'
import type { Acceptance } from './acceptance.ts'
import { makeResult } from './fixtures/make-result.ts'
import { staleAcceptances } from './stale-acceptances.ts'
import { summarize } from './summarize.ts'

const today = '2026-11-01'
const WRONG = 'password/password.wrong'

function stale(accept: Record<string, Pick<Acceptance, 'reason' | 'until'>>, failed: string[] = []) {
  const outcomes = Object.fromEntries(
    failed.map((id) => [id, { verdict: 'failed', reason: 'Not there.' } as const]),
  )
  const result = makeResult({ flows: [logIn], outcomes })
  const acceptances = Object.entries(accept).map(([name, why]) => {
    const ofStep = edgesOfStep(logIn, name).map(({ id }) => `log-in/${id}`)
    return { name, ...why, of: ofStep.length > 0 ? ofStep : [name] }
  })
  return staleAcceptances(acceptances, result, today)
}

test('an acceptance of what passed is to be taken out', () => {
  expect(stale({ [`log-in/${WRONG}`]: { reason: 'We know.' } })).toEqual([
    {
      name: `log-in/${WRONG}`,
      why: 'not-needed',
      sentence: `log-in/${WRONG} is as documented now: remove it from \`accept\` (“We know.”).`,
    },
  ])
})

test('one that is needed is not', () => {
  expect(stale({ [`log-in/${WRONG}`]: { reason: 'We know.', until: today } }, [WRONG])).toEqual([])
})

test('one whose day is over is, whatever came of it', () => {
  const [one] = stale({ [`log-in/${WRONG}`]: { reason: 'We know.', until: '2026-10-31' } }, [WRONG])
  expect(one).toMatchObject({ why: 'expired' })
  expect(one?.sentence).toContain('was accepted until 2026-10-31, and that day is over: remove it')
})

test('a step is not needed only when all its transitions passed', () => {
  expect(stale({ 'log-in.4': { reason: 'We know.' } })).toMatchObject([
    { name: 'log-in.4', why: 'not-needed' },
  ])
  expect(stale({ 'log-in.4': { reason: 'We know.' } }, ['password/password.right[0]'])).toEqual([])
})

test('of what was not asked nothing is said', () => {
  expect(
    stale({
      'SES3.name': { reason: 'We know.', until: '2020-01-01' },
      'reset-password/a/go': { reason: 'So.' },
    }),
  ).toEqual([])
})

test('each fails the run, although everything passed', () => {
  const { flows, checks } = makeResult({ flows: [logIn] })
  expect(summarize(flows, checks, []).conforms).toBe('yes')
  expect(summarize(flows, checks, stale({ [`log-in/${WRONG}`]: { reason: 'We know.' } })).conforms).toBe('no')
})
