import type { Bench } from '../bench/bench.ts'
import { atNewPassword, kindHere } from '../bench/new-password.ts'
import { NotTestable } from '../bench/outcome.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { isAccepted, proveRefused, type Tried } from './choose.ts'
import { proveCompared } from './compared.ts'
import { longPasswords, nearlyThat } from './long-passwords.ts'
import { around, wordsOf } from './pwd6-names-in-password-refused.ts'
import { replaced } from './pwd10-documented-kinds.ts'
import { mixedPassword, ofKinds } from './shape.ts'
import { CONTROL, refusedMixed } from './well-known.ts'

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
  seconds: 240,
  claims: {
    'well-known': 'a well-known password is refused there',
    words: 'a password that contains a documented word is refused there',
    user: 'a password that contains a part of the user’s address is refused there',
    kinds: 'a password that lacks a documented kind of character is refused there',
    fewer: 'a password of one kind of characters fewer than documented is refused there',
    row: 'a password with one character more often in a row than documented is refused there',
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
    const wellKnown = await refusedMixed(bench)
    if (wellKnown === undefined)
      bench.skip(
        'well-known',
        'No well-known password of that length is refused on the form for a first one.',
      )
    else {
      const of = `the well-known password “${wellKnown}”`
      const control = CONTROL.padEnd(passwordLength, 'wq')
      await refuse(bench, { claim: 'well-known', of, password: wellKnown }, control)
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
    await proveUser(bench)
    await proveCounts(bench)
    await proveComparedThere(bench)
  },
})

/** Where the documentation forbids some words at all, the person’s own name is one of them: PWD6 says so of the first password. */
async function proveUser(bench: Bench) {
  const person = await atNewPassword(bench, 'reset')
  const { email } = person.account
  const [word] = wordsOf(email)
  if (bench.target.documented?.forbiddenWords === undefined)
    return bench.skip('user', 'The documentation forbids no words.')
  if (word === undefined) return bench.skip('user', `“${email}” has no part that is a word.`)
  const one = { claim: 'user', of: `a password that contains “${word}”`, password: around(word) }
  await proveRefused(bench, person, { tried: [one], control: around('lantern'), kind: 'reset' })
}

async function proveCounts(bench: Bench) {
  const { passwordKindCount: kinds, passwordRepeats: most } = bench.target.documented ?? {}
  if (kinds === undefined) bench.skip('fewer', 'The documentation demands no number of kinds.')
  else {
    const of = `a password of ${kinds - 1} kinds of characters`
    await refuse(bench, { claim: 'fewer', of, password: ofKinds(kinds - 1, LENGTH) }, ofKinds(kinds, LENGTH))
  }
  if (most === undefined) return bench.skip('row', 'The documentation limits no rows.')
  const withRow = (times: number) => `${mixedPassword(LENGTH - times)}${'k'.repeat(times)}`
  const of = `a password with ${most + 1} equal characters in a row`
  await refuse(bench, { claim: 'row', of, password: withRow(most + 1) }, withRow(most))
}

async function refuse(bench: Bench, one: Tried, control: string) {
  await proveRefused(bench, await atNewPassword(bench, 'reset'), { tried: [one], control, kind: 'reset' })
}

async function proveComparedThere(bench: Bench) {
  for (const long of longPasswords) {
    const person = await atNewPassword(bench, 'reset')
    if (await isAccepted(person, long, 'reset')) return proveCompared(bench, person, long, nearlyThat(long))
  }
  for (const claim of ['last', 'case']) bench.skip(claim, 'No password of 64 characters is accepted there.')
}
