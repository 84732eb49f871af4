import type { Bench } from '../bench/bench.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { isAccepted, proveAccepted } from './choose.ts'
import { proveCompared } from './compared.ts'

/** 80 characters: more than the 72 bytes that bcrypt reads. */
export const LONG = 'violet harbour 27 lanterns and a dozen Grey herons on the long wet pier at noonx'
/** 6.2.9: as many characters as every product must permit. */
const PERMITTED = 64
/**
 * A product that compares ASCII alone, or Latin letters alone, drops such characters, or makes them all the same: the umlaut, which both
 * have, would hide it for the others.
 */
const [BEYOND_ASCII, OTHERS] = ['ö字🚪', 'ö門🔑']

export const pwd3 = defineCheck({
  id: 'PWD3',
  title:
    'A password is compared as it was typed: to the last of 80 characters, in its case, and beyond ASCII',
  source: '6.2.8',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    accepted: 'a password of 80 characters is accepted, or one of 64 where none may be longer',
    last: 'the password with another last character is refused',
    case: 'the password in lower case is refused',
    without: 'a password without its characters beyond ASCII is refused',
    others: 'a password with other characters beyond ASCII is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    await proveLong(bench)
    await proveBeyondAscii(bench)
  },
})

/** What a product refuses aloud, as one does that hashes with bcrypt, it does not cut off: 64 characters is what it must permit. */
async function proveLong(bench: Bench) {
  let person = await atNewPassword(bench)
  let long = LONG
  if (await isAccepted(person, long)) bench.claim('accepted', true)
  else {
    person = await atNewPassword(bench)
    long = LONG.slice(0, PERMITTED)
    if (!(await proveAccepted(bench, person, { claim: 'accepted', password: long }))) return
  }
  await proveCompared(bench, person, long, [
    { claim: 'last', of: 'another last character', password: `${long.slice(0, -1)}y` },
    { claim: 'case', of: 'lower case', password: long.toLowerCase() },
  ])
}

async function proveBeyondAscii(bench: Bench) {
  const person = await atNewPassword(bench)
  const ascii = goodPassword(bench)
  const password = ascii + BEYOND_ASCII
  if (await isAccepted(person, password))
    await proveCompared(bench, person, password, [
      { claim: 'without', of: 'the password without what is beyond ASCII', password: ascii },
      { claim: 'others', of: 'other characters beyond ASCII', password: ascii + OTHERS },
    ])
  else
    for (const claim of ['without', 'others'])
      bench.skip(claim, 'No password with such characters is accepted; PWD2 judges that.')
}
