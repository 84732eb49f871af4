import { describe, expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { walk } from '../../../machines/model/walk.ts'
import { beginsWithApp, beginsWithPassword, hasEnrolled } from './account.ts'
import { happenedAlong } from './happened.ts'

/** The same, with a screen that offers a key before the one that asks for a code. */
const offering = {
  ...library,
  screens: { ...library.screens, code: { ...library.screens.code, offers: 'authenticator-key' as const } },
}
const enter = flowOf(library, 'enter')
const toCode = ['open-link', 'enter', 'name', 'password.right', 'app']

describe('an authenticator app', () => {
  test('is there from the beginning where a code is asked for and no key is offered', () => {
    expect(beginsWithApp(library, enter, 'fresh')).toBe(true)
    expect(beginsWithApp(offering, enter, 'fresh')).toBe(false)
    expect(beginsWithApp(library, flowOf(library, 'renew'), 'member')).toBe(false)
  })

  test('is enrolled by a code that was accepted where a key is offered', () => {
    const enrolledBy = (...events: string[]) =>
      hasEnrolled(offering, happenedAlong(offering, enter, walk(enter, 'fresh', [...toCode, ...events]), ''))
    expect(enrolledBy('code.wrong')).toBe(false)
    expect(enrolledBy('code.right')).toBe(true)
  })
})

test('an account has a password if the product asks for one before any is chosen', () => {
  expect(beginsWithPassword(library, enter, 'fresh')).toBe(true)
  expect(beginsWithPassword(library, flowOf(library, 'renew'), 'member')).toBe(false)
})

test('of the bundled flows, those of people who have logged in before begin with an app', () => {
  const begin = packs.flatMap((pack) =>
    pack.flows.flatMap((flow) =>
      Object.keys(flow.givens).flatMap((given) =>
        beginsWithApp(pack, flow, given) ? [`${flow.id}: ${given}`] : [],
      ),
    ),
  )
  expect(begin).toEqual(['log-in: authenticator-app', 'reset-password: authenticator-app'])
})
