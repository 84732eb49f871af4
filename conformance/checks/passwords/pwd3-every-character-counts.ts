import type { Bench } from '../bench/bench.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { isAccepted, proveAccepted } from './choose.ts'
import { proveCompared } from './compared.ts'
import { longPasswords, nearlyThat } from './long-passwords.ts'

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

async function proveLong(bench: Bench) {
  let person = await atNewPassword(bench)
  const [first, permitted] = longPasswords
  let long: string = first
  if (await isAccepted(person, long)) bench.claim('accepted', true)
  else {
    person = await atNewPassword(bench)
    long = permitted
    if (!(await proveAccepted(bench, person, { claim: 'accepted', password: long }))) return
  }
  await proveCompared(bench, person, long, nearlyThat(long))
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
