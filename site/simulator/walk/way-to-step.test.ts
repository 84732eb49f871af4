import { describe, expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { choicesAt, walk } from '../../../machines/model/walk.ts'
import { wayToStep } from './way-to-step.ts'

const enter = flowOf(library, 'enter')
const withSteps = packs.flatMap(({ flows }) => flows.filter(({ steps }) => Object.keys(steps).length > 0))

describe.each(withSteps)('$id', (flow) => {
  test.each(Object.keys(flow.steps).map(Number))('step %i is due at the end of the way to it', (number) => {
    const way = wayToStep(flow, number, Object.keys(flow.givens)[0] ?? '')
    if (!way) throw new Error('There is no way to it.')
    const moments = walk(flow, way.given, way.walk)
    expect(moments).toHaveLength(way.walk.length + 1)
    const last = moments.at(-1)
    const due = last ? choicesAt(flow, last).flatMap(({ meta }) => ('step' in meta ? meta.step : [])) : []
    expect(due).toContain(`${flow.id}.${number}`)
  })
})

test('the chosen given is kept where another lies no nearer', () => {
  expect(wayToStep(enter, 2, 'federated')?.given).toBe('federated')
})

test('there is no way to a step that is not documented', () => {
  expect(wayToStep(enter, 99, 'fresh')).toBeUndefined()
})
