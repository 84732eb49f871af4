import { describe, expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { edgesOf, statesOf } from '../../../machines/model/edges.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { choicesAt, walk } from '../../../machines/model/walk.ts'
import { type Destination, wayTo } from './way-to.ts'

const enter = flowOf(library, 'enter')
const flows = packs.flatMap(({ flows }) => flows)

describe.each(flows)('$id', (flow) => {
  const [first = ''] = Object.keys(flow.givens)
  const arriveAt = (destination: Destination) => {
    const way = wayTo(flow, destination, first)
    if (!way) throw new Error('There is no way to it.')
    const moments = walk(flow, way.given, way.walk)
    expect(moments).toHaveLength(way.walk.length + 1)
    return moments.at(-1)
  }

  test.each(Object.keys(flow.steps).map(Number))('step %i is due at the end of the way to it', (step) => {
    const last = arriveAt({ step })
    const due = last ? choicesAt(flow, last).flatMap(({ meta }) => ('step' in meta ? meta.step : [])) : []
    expect(due).toContain(`${flow.id}.${step}`)
  })

  test('a way leads to every state, and over every transition', () => {
    for (const state of statesOf(flow)) expect(arriveAt({ state })?.state).toBe(state)
    for (const { id } of edgesOf(flow)) expect(arriveAt({ edge: id })?.edge?.id).toBe(id)
  })
})

test('the chosen given is kept where another lies no nearer', () => {
  expect(wayTo(enter, { step: 2 }, 'federated')?.given).toBe('federated')
})

test('nothing is refused on the way where that can be avoided', () => {
  const way = wayTo(enter, { step: 5 }, 'fresh')
  const refused = walk(enter, way?.given ?? '', way?.walk ?? []).filter(({ edge }) => edge?.meta.refused)
  expect(refused).toEqual([])
})

test('there is no way to what the flow does not have', () => {
  expect(wayTo(enter, { step: 99 }, 'fresh')).toBeUndefined()
  expect(wayTo(enter, { state: 'nowhere' }, 'fresh')).toBeUndefined()
})
