import { expect, test } from 'vitest'
import { edgesOf } from '../../machines/model/edges.ts'
import { teapot } from './fixtures/flows.ts'
import { searchSource } from './model-source.ts'

const [brew, clean] = teapot.flows
const edge = (flow: typeof brew, id: string) => {
  const found = flow && edgesOf(flow).find((edge) => edge.id === id)
  if (!flow || !found) throw new Error(`The fixture has no transition ${id}.`)
  return found
}
const text = (...lines: string[]) => ({ file: 'own.ts', lines })

test('by the step, under its event', () => {
  if (!brew) return expect.unreachable()
  const source = searchSource(
    brew,
    text(
      "'fill.icon': { press: 'water icon' },",
      "'fill.button': to('full', { step: 'brew-tea.1' }),",
      "'fill.icon': to('full', { step: 'brew-tea.1' }),",
      'const brew = defineFlow({',
      "step: 'brew-tea.1',",
    ),
    [],
  )
  expect(source.transition(edge(brew, 'dry/fill.button'))).toEqual({ file: 'own.ts', line: 2 })
  expect(source.transition(edge(brew, 'dry/fill.icon'))).toEqual({ file: 'own.ts', line: 3 })
})

test('by a constant that holds the step', () => {
  if (!brew) return expect.unreachable()
  const source = searchSource(
    brew,
    text("const step2 = { step: 'brew-tea.2' } as const", "strength: to('set', step2),"),
    [],
  )
  expect(source.transition(edge(brew, 'full/strength'))).toEqual({ file: 'own.ts', line: 2 })
})

test('in a shared part, under its event', () => {
  if (!clean) return expect.unreachable()
  const shared = {
    file: 'shared.ts',
    lines: ["rinse: { press: 'Rinse' },", "rinse: to('clean', { step: last }),"],
  }
  const source = searchSource(clean, text('...shared'), [shared])
  expect(source.transition(edge(clean, 'emptied/rinse'))).toEqual({ file: 'shared.ts', line: 2 })
})

test('an entry is looked for in the definition of the flow', () => {
  if (!brew) return expect.unreachable()
  const source = searchSource(
    brew,
    text(
      "id: 'bitter'",
      'const brew = defineFlow({',
      "'two-hours': 'said',",
      "'two-hours': 'why',",
      "id: 'bitter',",
    ),
    [],
  )
  expect(source.entry('two-hours').line).toBe(4)
  expect(source.entry('bitter').line).toBe(5)
})
