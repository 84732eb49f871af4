import type { Browser } from '@playwright/test'
import { expect, test } from 'vitest'
import type { Target } from '../../targets/target.ts'
import { defineCheck } from '../check.ts'
import { Bench } from './bench.ts'
import { endOfReset, goodPassword, otherPassword } from './mailed-passwords.ts'
import type { Person } from './person.ts'

const check = defineCheck({
  id: 'TST1',
  title: 'Something is refused',
  source: 'the test',
  level: 'MUST',
  roles: [],
  needs: [],
  claims: {},
  prove: async () => {},
})

const benchWith = (password: string, passwords?: Target['passwords']) =>
  new Bench(
    {} as Browser,
    {
      name: 'a target',
      packs: [],
      patience: 1_000,
      passwords,
      arrange: async () => ({ account: { email: 'ada@example.com', password }, leave: async () => {} }),
    } as unknown as Target,
    check,
  )

test.each([
  ['that of the harness', 'Violet-harbour-27!', undefined],
  ['that of the profile', 'Amber-41', { strong: 'Amber-41' }],
])('a new password is none that people have, although theirs is %s', async (_, own, passwords) => {
  const bench = benchWith(own, passwords)
  expect(goodPassword(bench)).toBe(own)
  await bench.arrange({ flow: 'log-in', given: 'activated' })
  expect([goodPassword(bench), otherPassword(bench)]).not.toContain(own)
  expect(goodPassword(bench)).not.toBe(otherPassword(bench))
})

const personWhoEnds = (inside: boolean) =>
  ({
    role: () => ({ done: 'done' }),
    reach: async () => {
      throw new Error('the last screen is not there')
    },
    signedIn: async () => ({ session: inside, dashboard: inside ? 'opens' : 'denied' }),
  }) as unknown as Person

test('a reset that opens a session in place of its last screen ends there', async () => {
  await expect(endOfReset(personWhoEnds(true))).resolves.toBe('in')
  await expect(endOfReset(personWhoEnds(false))).rejects.toThrow('the last screen is not there')
})
