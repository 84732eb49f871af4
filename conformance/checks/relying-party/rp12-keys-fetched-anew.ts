import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, logOut } from '../bench/journeys.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import {
  logInBySso,
  misbehave,
  needHonestLogin,
  opensBySso,
  proveMisbehavioursRefused,
  signedInAtProvider,
  ssoRoles,
  whyNotSeen,
} from './sso.ts'

/** A relying party may spare the provider, and wait before it asks for the keys again: a minute is in use, in milliseconds. */
const SPARING = 61_000

export const rp12 = defineCheck({
  id: 'RP12',
  title: 'A key that the provider has changed to is fetched; a key that it never published is not trusted',
  source: 'OpenID Connect Core 10.1, 10.1.1; oidcc signing-key-rotation, kid-absent-multiple-jwks',
  level: 'MUST',
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 180,
  claims: {
    rotated: 'a login is accepted after the provider has changed its key',
    unknown: 'a key that is not published is refused',
    unnamed: 'an ID token that names none of several keys is refused',
    none: 'an ID token is refused while no key is published',
    ...rejectionClaims,
  },
  async prove(bench) {
    await needHonestLogin(bench)
    await proveRotation(bench)
    await proveMisbehavioursRefused(bench, [
      { claim: 'unknown', of: 'a key that is not published', name: 'unknown-kid' },
      {
        claim: 'unnamed',
        of: 'several keys and none named',
        name: 'kid-absent-multiple-jwks',
        // Who has kept the keys knows of one alone, and needs no name.
        excuse: (person) => whyNotSeen(person, ['keys', 'jwks'], 'the single key'),
      },
      { claim: 'none', of: 'no published key', name: 'empty-keys' },
    ])
  },
})

async function proveRotation(bench: Bench) {
  const person = await signedInAtProvider(bench)
  await opensBySso(person)
  await logOut(person)
  await misbehave(person, 'signing-key-rotation-just-before-signing')
  await logInBySso(person)
  if (!(await isAtProtectedPage(person, 0))) {
    await person.page.waitForTimeout(SPARING)
    await logInBySso(person)
  }
  bench.claim('rotated', await isAtProtectedPage(person), 'the new key is not fetched')
  await misbehave(person, undefined)
}
