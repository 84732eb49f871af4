import { expect, test } from 'vitest'
import { overrideOf } from './overrides.ts'

const absent = 'an invitation has its password already'
const heading = 'New password'

test('a screen that is absent elsewhere is there where a flow says how it looks', () => {
  const overrides = {
    form: { absent },
    'reset/form': { heading },
    'reset/expired/form': { absent: 'too late' },
  }
  expect(overrideOf(overrides, 'form', { flow: 'activate' }).absent).toBe(absent)
  expect(overrideOf(overrides, 'form', { flow: 'reset' })).toMatchObject({ heading, absent: undefined })
  expect(overrideOf(overrides, 'form', { flow: 'reset', given: 'expired' }).absent).toBe('too late')
})

test('it stays absent where a flow says no more than what comes of that', () => {
  const overrides = { form: { absent }, 'reset/form': { signedIn: 'a reset logs people in' } }
  expect(overrideOf(overrides, 'form', { flow: 'reset' })).toMatchObject({
    absent,
    signedIn: 'a reset logs people in',
  })
})
