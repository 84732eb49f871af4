import { expect, it } from 'vitest'
import { isDeviceRemembered, mayRemoveMethod, requireSecondFactor } from './second-factors.ts'

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

it.each([
  [{ app: false, keys: 0 }, 'enrol'],
  [{ app: true, keys: 0 }, 'verify-app'],
  [{ app: false, keys: 2 }, 'verify-key'],
  [{ app: true, keys: 1 }, 'verify-app'],
] as const)('the right password with %o leads to %s', (enrolled, stage) =>
  expect(requireSecondFactor(enrolled)).toBe(stage),
)

it.each([
  [{ app: false, keys: 0 }, false],
  [{ app: true, keys: 0 }, false],
  [{ app: false, keys: 1 }, false],
  [{ app: true, keys: 1 }, true],
  [{ app: false, keys: 2 }, true],
])('of %o one can be removed: %s', (enrolled, may) => expect(mayRemoveMethod(enrolled)).toBe(may))

it('a device is remembered for thirty days, for its own account', () => {
  const device = { account_id: 'a', issued_at: 0 }
  expect(isDeviceRemembered(device, { id: 'a' }, THIRTY_DAYS - 1)).toBe(true)
  expect(isDeviceRemembered(device, { id: 'a' }, THIRTY_DAYS)).toBe(false)
  expect(isDeviceRemembered(device, { id: 'b' }, 0)).toBe(false)
})
