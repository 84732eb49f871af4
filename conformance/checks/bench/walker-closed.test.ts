import { expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { capabilities } from '../../../machines/model/event.ts'
import { flowIn } from '../../packs/pack-of.ts'
import type { Target } from '../../targets/target.ts'
import type { Bench } from './bench.ts'
import { NotLed } from './outcome.ts'
import { type Stop, Walker } from './walker.ts'

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

test('what lies behind a transition that led two new people nowhere is not walked to again', async () => {
  let people = 0
  const bench = {
    target,
    async person() {
      people += 1
      throw new NotLed('log-in/emailAddress/email.unknown', 'it did not lead there')
    },
  } as Partial<Bench> as Bench
  const walker = new Walker(bench, logIn)
  for (let n = 0; n < 4; n++)
    await expect(walker.go({ stop: beyond })).rejects.toThrow('it did not lead there')
  expect(people).toBe(2)
  await expect(walker.go({ stop: before })).rejects.toThrow(NotLed)
  expect(people).toBe(3)
})
