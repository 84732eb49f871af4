import { describe, expect, test } from 'vitest'
import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { addUsers } from '../../../machines/first-login/add-users.ts'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { edgesOf } from '../../../machines/model/edges.ts'
import { type Capability, capabilities } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { walk } from '../../../machines/model/walk.ts'
import { type FlowPlan, planFlow } from './plan-paths.ts'

const request = { capabilities, known: { passed: [], notPassed: [] }, first: 1 }

const walkedBy = (flow: Flow, { paths }: FlowPlan) =>
  paths.flatMap(({ given, events }) => walk(flow, given, events).flatMap(({ edge }) => edge?.id ?? []))

test.each([activateAccount, logIn])('$id: every transition of the model lies on a path', (flow: Flow) => {
  const walked = new Set(walkedBy(flow, planFlow(flow, request)))
  expect(edgesOf(flow).filter(({ id }) => !walked.has(id))).toEqual([])
})

test('a transition that is taken in several contexts is not walked in each of them', () => {
  const walked = walkedBy(logIn, planFlow(logIn, request))
  expect(walked.filter((id) => id === 'password/password.wrong-ten-times')).toHaveLength(1)
})

describe('around what did not pass', () => {
  const known = { passed: ['mail/open-activation.button'], notPassed: ['mail/two-days-pass'] }
  const plan = planFlow(activateAccount, { ...request, known, first: 5 })
  const walked = walkedBy(activateAccount, plan)

  test('nothing leads over it again', () => {
    expect(walked).not.toContain('mail/two-days-pass')
    expect(walked).toContain('mail/open-activation.link')
  })

  test('the paths go on being numbered', () => {
    expect(plan.paths[0]?.id).toBe('activate-account-5')
  })
})

test('when all is known there is nothing left to walk', () => {
  const known = { passed: edgesOf(logIn).map(({ id }) => id), notPassed: [] }
  expect(planFlow(logIn, { ...request, known }).paths).toEqual([])
})

test('what only a given leads to that cannot be arranged is left out, with the reason', () => {
  const cannotArrange = (_flow: string, given: string) =>
    given === 'administrator' ? 'nobody says how' : undefined
  const plan = planFlow(addUsers, { ...request, cannotArrange })
  expect(plan.paths.map(({ given }) => given)).not.toContain('administrator')
  expect(walkedBy(addUsers, plan)).toContain('users/add-users[1]')
  for (const transition of ['users/add-users[0]', 'form/add', 'pending/invited-activates'])
    expect(plan.unreachable.get(transition)).toEqual({
      verdict: 'not-testable',
      notPlanned: 'needs-capability',
      reason: 'Not walked: nobody says how.',
    })
})

test('what another given leads to as well is walked from there', () => {
  const cannotArrange = (_flow: string, given: string) =>
    given === 'security-key' ? 'nobody says how' : undefined
  const plan = planFlow(logIn, { ...request, cannotArrange })
  expect(walkedBy(logIn, plan)).toContain('verifyByKey/key.touched')
  expect([...plan.unreachable]).toEqual([])
})

test('where nothing can be arranged, nothing is walked and nothing is untold', () => {
  const { paths, unreachable } = planFlow(logIn, { ...request, cannotArrange: () => 'nobody says how' })
  expect(paths).toEqual([])
  expect([...unreachable.keys()].sort()).toEqual(
    edgesOf(logIn)
      .map(({ id }) => id)
      .sort(),
  )
})

test('an event that cannot be sent is left out everywhere, with the reason', () => {
  const cannotSend = (_flow: string, event: string) =>
    event === 'code.used' ? 'codes are not kept' : undefined
  const plan = planFlow(logIn, { ...request, cannotSend })
  expect(plan.paths.flatMap(({ events }) => events)).not.toContain('code.used')
  expect(plan.unreachable.get('verifyByCode/code.used')).toMatchObject({
    verdict: 'not-testable',
    reason: expect.stringContaining('code.used (codes are not kept)'),
  })
})

test('what the target lacks is named for what cannot be tested', () => {
  const few: Capability[] = ['mailbox', 'authenticator-app']
  const { unreachable } = planFlow(logIn, { ...request, capabilities: few })
  expect(unreachable.get('addingKey/key.touched')).toEqual({
    verdict: 'not-testable',
    notPlanned: 'needs-capability',
    reason: expect.stringContaining('security-key'),
  })
  expect(unreachable.has('secureAccount/code.right')).toBe(false)
})
