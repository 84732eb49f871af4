import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import type { Overrides } from '../../targets/overrides.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable } from '../bench/outcome.ts'
import { own2 } from './own2-address-in-other-capitals.ts'

const BEGUN = 'somebody begins to log in'

/** Where nothing is in the way, somebody would log in. */
const benchAt = (overrides: Overrides) =>
  ({
    target: { overrides },
    role: () => packs[0]?.roles?.login,
    person: () => Promise.reject(new Error(BEGUN)),
  }) as unknown as Bench

test('capitals are not compared where people type a login name', async () => {
  const screen = packs[0]?.roles?.login?.emailForm ?? ''
  const [label = ''] = Object.keys(packs[0]?.roles?.login?.enterEmail('registered').fill ?? {})
  const named = { [screen]: { labels: { [label]: { login: 'Username' } } } }
  await expect(own2.prove(benchAt(named))).rejects.toThrow(NotTestable)
  await expect(own2.prove(benchAt({}))).rejects.toThrow(BEGUN)
})
