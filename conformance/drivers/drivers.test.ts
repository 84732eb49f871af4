import { describe, expect, test } from 'vitest'
import { capabilities, defineFlow } from '../../machines/flow.ts'
import { logIn } from '../../machines/log-in.ts'
import { edgesOf } from '../../machines/trace.ts'
import { walk } from '../../machines/walk.ts'
import { planFlow } from '../run/plan-paths.ts'
import { describedActions, isMissing } from './generic.ts'
import { driverOf, drivers } from './index.ts'

describe.each(drivers)('$flow.id', ({ flow, act, observe, standing }) => {
  test('has an action for every event', () => {
    const actions: Record<string, (typeof act)[string] | undefined> = act
    expect(Object.keys(flow.events).filter((event) => isMissing(actions[event]))).toEqual([])
  })

  test('has an observation for every state', () => {
    const states = edgesOf(flow).flatMap(({ source, target }) => [source, target])
    expect(states.filter((state) => !observe[state])).toEqual([])
  })

  test('can tell whether somebody signed in who is turned away has changed anything', () => {
    const { paths } = planFlow(flow, { capabilities, known: { passed: [], notPassed: [] }, first: 1 })
    const moments = paths.flatMap(({ given, events }) => walk(flow, given, events))
    const turnedAway = moments.filter(({ signedIn, edge }) => signedIn && edge?.meta.refused)
    expect(turnedAway.length > 0).toBe(standing !== undefined)
  })
})

describe('what is missing names the file to write', () => {
  test('an action', async () => {
    const act = describedActions(logIn)
    expect(isMissing(act['open-dashboard'])).toBe(true)
    const sent = act['open-dashboard'](undefined as never, undefined as never)
    await expect(sent).rejects.toThrow("conformance/drivers/log-in.ts has no action for 'open-dashboard'.")
  })

  test('a driver', () => {
    const flow = defineFlow({ ...logIn, id: 'not-driven' })
    expect(() => driverOf(flow)).toThrow('conformance/drivers/not-driven.ts')
  })
})
