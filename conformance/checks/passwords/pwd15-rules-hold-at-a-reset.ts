import type { Bench } from '../bench/bench.ts'
import { atNewPassword, kindHere } from '../bench/new-password.ts'
import { NotTestable } from '../bench/outcome.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { isAccepted, proveRefused, type Tried } from './choose.ts'
import { proveCompared } from './compared.ts'
import { LONG } from './pwd3-every-character-counts.ts'
import { CONTROL, WELL_KNOWN_MIXED } from './pwd5-well-known-password-refused.ts'
import { around } from './pwd6-names-in-password-refused.ts'
import { replaced } from './pwd10-documented-kinds.ts'
import { mixedPassword } from './shape.ts'

const LENGTH = 24

export const pwd15 = defineCheck({
  id: 'PWD15',
  title: 'A password that is chosen at a reset is held to the rules of the first one',
  source: 'NIST 3.1.1.2; 6.2.4; 6.2.8; 6.2.11',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['activation', 'reset', 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 150,
  claims: {
    'well-known': 'a well-known password is refused there',
    words: 'a password that contains a documented word is refused there',
    kinds: 'a password that lacks a documented kind of character is refused there',
    last: 'a long password that was set there is compared to its last character',
    case: 'a password that was set there is compared in its case',
    ...rejectionClaims,
  },
  async prove(bench) {
    // Where people are not invited, the other checks of passwords reset one.
    if (kindHere(bench) === 'reset') throw new NotTestable('Nobody chooses a first password by a mail here.')
    const {
      passwordLength = 0,
      forbiddenWords: [word] = [],
      passwordKinds: [kind] = [],
    } = bench.target.documented ?? {}
    if (WELL_KNOWN_MIXED.length < passwordLength)
      bench.skip('well-known', `It has fewer than the ${passwordLength} characters that are required.`)
    else {
      const of = `the well-known password “${WELL_KNOWN_MIXED}”`
      const control = CONTROL.padEnd(passwordLength, 'wq')
      await refuse(bench, { claim: 'well-known', of, password: WELL_KNOWN_MIXED }, control)
    }
    if (word === undefined) bench.skip('words', 'The documentation names no such word.')
    else {
      const of = `a password that contains “${word}”`
      await refuse(bench, { claim: 'words', of, password: around(word) }, around('lantern'))
    }
    if (kind === undefined) bench.skip('kinds', 'The documentation demands no kind.')
    else {
      const [characters, other] = replaced[kind]
      const whole = mixedPassword(LENGTH)
      const password = whole.replace(characters, other)
      await refuse(bench, { claim: 'kinds', of: `a password without ${kind}`, password }, whole)
    }
    await proveComparedThere(bench)
  },
})

async function refuse(bench: Bench, one: Tried, control: string) {
  await proveRefused(bench, await atNewPassword(bench, 'reset'), { tried: [one], control, kind: 'reset' })
}

async function proveComparedThere(bench: Bench) {
  const person = await atNewPassword(bench, 'reset')
  if (await isAccepted(person, LONG, 'reset'))
    return proveCompared(bench, person, LONG, [
      { claim: 'last', of: 'another last character', password: `${LONG.slice(0, -1)}y` },
      { claim: 'case', of: 'lower case', password: LONG.toLowerCase() },
    ])
  for (const claim of ['last', 'case']) bench.skip(claim, 'No password of 80 characters is accepted there.')
}
