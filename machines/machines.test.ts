import { describe, expect, test } from 'vitest'
import { packs } from './index.ts'
import { edgesOf, screenOf, statesOf, stepsOf, unmodelled } from './model/edges.ts'
import { GOAL, isJourney, SIGNED_IN } from './model/flow.ts'
import { originKinds } from './model/origin.ts'
import { definePack } from './model/pack.ts'
import { unmarked } from './model/tell-apart.ts'
import { begin, reach } from './model/walk.ts'

describe.each(packs)('the pack $id', (pack) => {
  test('names nothing that it does not have', () => {
    expect(() => definePack(pack)).not.toThrow()
  })

  describe.each(pack.flows)('$id', (flow) => {
    const edges = edgesOf(flow)
    const documented: string[] = [...stepsOf(flow), ...Object.keys(flow.sentences)]
    const reached = Object.keys(flow.givens).flatMap((given) => reach(flow, begin(flow, given)))

    test('documentation → machine: every step and sentence has a transition or a reason', () => {
      expect(unmodelled(flow)).toEqual([])
    })

    test('machine → documentation: every transition has exactly one origin', () => {
      const origins = edges.map(({ id, meta }) => ({
        id,
        kinds: originKinds.filter((kind) => kind in (meta ?? {})),
      }))
      expect(origins.filter(({ kinds }) => kinds.length !== 1)).toEqual([])
    })

    test('a clause is named together with what it asks for, in words', () => {
      const clauses = edges.flatMap(({ meta }) => ('standard' in meta ? [meta.standard] : []))
      expect(clauses.filter((clause) => !/: \S+ \S+/.test(clause))).toEqual([])
    })

    test('a reason names no step by its id, which readers never see', () => {
      const reasons = edges.flatMap(({ meta }) => ('inferred' in meta ? [meta.inferred] : []))
      expect(reasons.filter((reason) => /[a-z]\.\d/.test(reason))).toEqual([])
    })

    test('steps and sentences that transitions name exist', () => {
      const named = edges.flatMap(({ meta }) =>
        'step' in meta ? [meta.step] : 'sentence' in meta ? [meta.sentence] : [],
      )
      expect(named.filter((id) => !documented.includes(id))).toEqual([])
    })

    test('reasons and gaps are about steps and sentences that exist', () => {
      const about = [...Object.keys(flow.notModelled), ...flow.gaps.flatMap(({ step }) => step ?? [])]
      expect(about.filter((id) => !documented.includes(id))).toEqual([])
    })

    test('gaps are met on screens that the flow has', () => {
      const shown = new Set(statesOf(flow).map((state) => screenOf(flow, state)))
      const met = flow.gaps.flatMap(({ screens = [] }) => screens)
      expect(met.filter((screen) => !(screen in pack.screens))).toEqual([])
      expect(met.length === 0 || met.some((screen) => shown.has(screen))).toBe(true)
    })

    test('every event that is described happens in the machine', () => {
      expect([...new Set(edges.map(({ event }) => event))].sort()).toEqual(Object.keys(flow.events).sort())
    })

    test('every state can be reached, and one of them is what the flow is for', () => {
      const states = new Set(reached.map(({ moment }) => moment.state))
      expect(statesOf(flow).filter((state) => !states.has(state))).toEqual([])
      expect(reached.some(({ moment }) => moment.goal)).toBe(true)
    })

    test('a refusal signs nobody in', () => {
      const tagsOf = new Map(reached.map(({ moment }) => [moment.state, moment.signedIn]))
      const gained = edges.filter(
        ({ meta, source, target }) => meta.refused && tagsOf.get(target) && !tagsOf.get(source),
      )
      expect(gained).toEqual([])
    })

    test('no two states look and behave alike, unless the flow says why', () => {
      expect(unmarked(flow)).toEqual({ missing: [], stale: [] })
    })
  })
})

test('the documentation has seven procedures with 37 numbered steps', () => {
  const numbered = (packs[0]?.flows ?? []).filter((flow) => stepsOf(flow).length > 0)
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

test('the journey leads through the procedures of its pack, to a goal that is signed in', () => {
  const journeys = packs.flatMap(({ flows }) => flows.filter(isJourney))
  expect(journeys.map(({ id }) => id)).toEqual(['onboarding'])
  for (const { machine } of journeys) {
    const tags = Object.values(machine.root.states).map(({ tags }) => tags)
    expect(tags.some((own) => own.includes(GOAL) && own.includes(SIGNED_IN))).toBe(true)
  }
})
