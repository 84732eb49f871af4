import { describe, expect, test } from 'vitest'
import { SIGNED_IN } from './flow.ts'
import { flows, procedures } from './index.ts'
import { screens } from './screens.ts'
import { edgesOf, screenOf, stepsOf, unmodelled } from './trace.ts'

const originKinds = ['step', 'sentence', 'standard', 'inferred']

describe.each(flows)('$id', (flow) => {
  const edges = edgesOf(flow)

  test('documentation → machine: every step and sentence has a transition or a reason', () => {
    expect(unmodelled(flow)).toEqual([])
  })

  test('machine → documentation: every transition has exactly one origin', () => {
    const origins = edges.map(({ id, meta }) => ({ id, kinds: originKinds.filter((k) => k in (meta ?? {})) }))
    expect(origins.filter(({ kinds }) => kinds.length !== 1)).toEqual([])
  })

  test('steps and sentences that transitions name exist', () => {
    const named = edges.flatMap(({ meta }) =>
      'step' in meta ? [meta.step] : 'sentence' in meta ? [meta.sentence] : [],
    )
    const documented = [...stepsOf(flow), ...Object.keys(flow.sentences)]
    expect(named.filter((id) => !documented.includes(id))).toEqual([])
  })

  test('reasons and gaps speak of steps and sentences that exist', () => {
    const documented: string[] = [...stepsOf(flow), ...Object.keys(flow.sentences)]
    const spoken = [...Object.keys(flow.notModelled), ...flow.gaps.flatMap(({ step }) => step ?? [])]
    expect(spoken.filter((id) => !documented.includes(id))).toEqual([])
  })

  test('events of the machine and described events are the same', () => {
    expect([...new Set(edges.map((edge) => edge.event))].sort()).toEqual(Object.keys(flow.events).sort())
  })

  test('what an event fills and presses is on the screen where it happens', () => {
    const missing = edges.flatMap(({ id, source, event }) => {
      const { at, fill = {}, press } = flow.events[event] ?? { at: 'screen' }
      if (at !== 'screen' && at !== 'key') return []
      const { fields = [], buttons = [], links = [] } = screens[screenOf(flow, source)]
      const there = [...fields.map((field) => field.label), ...buttons, ...links]
      const wanted = [...Object.keys(fill), ...(press ? [press] : [])]
      return wanted.filter((label) => !there.includes(label)).map((label) => `${id}: ${label}`)
    })
    expect(missing).toEqual([])
  })

  test('a refusal signs nobody in', () => {
    const signedIn = Object.entries(flow.machine.states).flatMap(([state, { tags }]) =>
      tags.includes(SIGNED_IN) ? [state] : [],
    )
    const gained = edges.filter(
      ({ meta, source, target }) => meta.refused && signedIn.includes(target) && !signedIn.includes(source),
    )
    expect(gained).toEqual([])
  })
})

test('the documentation has seven procedures with 37 numbered steps', () => {
  const numbered = procedures.filter((flow) => stepsOf(flow).length > 0)
  expect(numbered.map((flow) => [flow.id, stepsOf(flow).length])).toEqual([
    ['activate-account', 4],
    ['log-in', 5],
    ['reset-password', 7],
    ['log-in-sso', 3],
    ['configure-sso-entra', 6],
    ['configure-sso-oidc', 7],
    ['register-entra-app', 5],
  ])
})
