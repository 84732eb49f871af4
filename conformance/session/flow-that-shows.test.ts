import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import type { Target } from '../targets/target.ts'
import { overridesFor } from './overrides.ts'

const overrides = {
  'keep-your-account-safe': { heading: 'Everywhere' },
  'log-in/keep-your-account-safe': { absent: 'the code comes by mail' },
  'reset-password/enter-your-password': { heading: 'Again' },
}
const target = { packs, overrides } as unknown as Target
const arranged = (flow: string) => ({ target, arranged: { flow } as never })

test.each([
  ['is of the first flow that shows it where nobody is there yet', { target }, 'the code comes by mail'],
  ['is so where another flow is arranged', arranged('activate-account'), 'the code comes by mail'],
])('what a profile says of a screen in one flow %s', (_, at, absent) => {
  expect(overridesFor(at, 'keep-your-account-safe')).toMatchObject({ heading: 'Everywhere', absent })
})

test('a flow that shows the screen keeps what is said of all', () => {
  expect(overridesFor(arranged('log-in'), 'enter-your-password')).toEqual({})
})

test('where the first flow that shows a screen has no words of its own, another gives none', () => {
  expect(overridesFor({ target }, 'enter-your-password')).toEqual({})
})
