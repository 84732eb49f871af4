import type { Bench } from '../bench/bench.ts'
import { logOut } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'
import { logInBySso, misbehave, proveMisbehavioursRefused, signedInAtProvider } from './sso.ts'

/** A relying party may spare the provider, and not ask for its keys again sooner after it has asked; in milliseconds: a minute is in use. */
const SPARING = 61_000

export const rp12 = defineCheck({
  id: 'RP12',
  title: 'A key that the provider has changed to is fetched; a key that it never published is not trusted',
  source: 'OpenID Connect Core 10.1, 10.1.1; oidcc signing-key-rotation, kid-absent-multiple-jwks',
  level: 'MUST',
  needs: ['identity-provider'],
  seconds: 180,
  async prove(bench) {
    await proveRotation(bench)
    await proveMisbehavioursRefused(bench, {
      'a key that is nowhere published': 'unknown-kid',
      'several keys and none named': 'kid-absent-multiple-jwks',
    })
  },
})

async function proveRotation(bench: Bench) {
  const person = await signedInAtProvider(bench)
  await logInBySso(person)
  bench.claim('a login is accepted before the key changes', await person.isAt('dashboard'))
  await logOut(person)
  await misbehave(person, 'signing-key-rotation-just-before-signing')
  await logInBySso(person)
  if (!(await person.isAt('dashboard', 0))) {
    await person.page.waitForTimeout(SPARING)
    await logInBySso(person)
  }
  bench.claim('and after it', await person.isAt('dashboard'), 'the new key is not fetched')
}
