import { describe, expect, test } from 'vitest'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { type Capability, capabilities } from '../../../machines/model/event.ts'
import { walk } from '../../../machines/model/walk.ts'
import type { Depth } from '../index.ts'
import { type FlowPlan, type PlanRequest, planFlow } from './plan-paths.ts'

const request: PlanRequest = { capabilities, known: { passed: [], notPassed: [] }, first: 1 }
const deeper: Depth[] = ['targets', 'pairs', 'extra-state']

const walkedBy = ({ paths }: FlowPlan) =>
  paths.flatMap(({ given, events }) => walk(logIn, given, events).flatMap(({ edge }) => edge?.id ?? []))

describe.each(deeper)('the depth %s', (depth) => {
  const whole = planFlow(logIn, { ...request, depth })

  test('visits only states that the model knows, in paths that are not too long', () => {
    for (const { given, events } of whole.paths) {
      expect(walk(logIn, given, events)).toHaveLength(events.length + 1)
      expect(events.length).toBeLessThanOrEqual(20)
    }
  })

  test('has nothing left once all of it was walked, and the rest after a part of it', () => {
    const known = { passed: [], notPassed: [], walked: whole.paths }
    expect(planFlow(logIn, { ...request, depth, known }).paths).toEqual([])
    const half = { ...known, walked: whole.paths.slice(0, whole.paths.length / 2) }
    const rest = planFlow(logIn, { ...request, depth, known: half })
    expect(rest.paths.length).toBeGreaterThan(0)
    expect(rest.steps).toBeLessThan(0.75 * whole.steps)
  })

  test('leads around what did not pass', () => {
    const known = { passed: [], notPassed: ['dashboard/log-out'] }
    expect(walkedBy(planFlow(logIn, { ...request, depth, known }))).not.toContain('dashboard/log-out')
  })

  test('does without what the target lacks', () => {
    const few: Capability[] = ['mailbox', 'authenticator-app']
    const cannotSend = (_flow: string, event: string) =>
      event === 'code.used' ? 'codes are not kept' : undefined
    const made = planFlow(logIn, { ...request, depth, capabilities: few, cannotSend })
    const events = new Set(made.paths.flatMap(({ events }) => events))
    expect(events).toContain('code.right')
    expect(events).not.toContain('key.touched')
    expect(events).not.toContain('code.used')
    expect(made.unreachable.get('addingKey/key.touched')?.verdict).toBe('not-testable')
  })
})

test('a step that proves where an earlier one has led names its place', () => {
  const { paths } = planFlow(logIn, { ...request, depth: 'targets' })
  const proofs = paths.flatMap(({ verifies = [] }) => verifies.map((from, place) => ({ from, place })))
  expect(proofs.some(({ from }) => from >= 0)).toBe(true)
  expect(proofs.filter(({ from, place }) => from >= place)).toEqual([])
})
