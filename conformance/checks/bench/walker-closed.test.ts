import { beforeEach, expect, test, vi } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { capabilities } from '../../../machines/model/event.ts'
import { flowIn } from '../../packs/pack-of.ts'
import type { Target } from '../../targets/target.ts'
import type { Bench } from './bench.ts'
import { NotLed } from './outcome.ts'
import { walkTo } from './walk-to.ts'
import { type Stop, Walker } from './walker.ts'

vi.mock('./walk-to.ts', { spy: true })

const logIn = flowIn(packs, 'log-in')
const target = { capabilities, overrides: {}, packs } as Partial<Target> as Target
const toUnknown = ['open-tenant-link', 'log-in', 'email.unknown']
const at = (state: string, events: string[]): Stop => ({
  given: 'activated',
  events,
  isAt: (m) => m.state === state,
})
const beyond = at('emailAddress', [...toUnknown, 'edit-email'])
const before = at('emailAddress', toUnknown.slice(0, 2))

beforeEach(() => {
  vi.mocked(walkTo).mockReset()
})

test('what lies behind a transition that led two new people nowhere is not walked to again', async () => {
  vi.mocked(walkTo).mockRejectedValue(
    new NotLed('log-in/emailAddress/email.unknown', 'it did not lead there'),
  )
  const walker = new Walker({ target } as Bench, logIn)
  for (let n = 0; n < 4; n++)
    await expect(walker.go({ stop: beyond })).rejects.toThrow('it did not lead there')
  expect(walkTo).toHaveBeenCalledTimes(2)
  await expect(walker.go({ stop: before })).rejects.toThrow(NotLed)
  expect(walkTo).toHaveBeenCalledTimes(3)
})
