import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import {
  enterCode,
  enterPassword,
  holder,
  isAtProtectedPage,
  screensPastPassword,
  toPassword,
  toProtectedPage,
} from '../bench/journeys.ts'
import { chooseNewPassword, endOfReset, toReset } from '../bench/mailed-passwords.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { openFactorsProven, removable } from '../codes/factor-pages.ts'
import type { Proof } from '../codes/prove-again.ts'
import { addKey } from '../keys/add-key.ts'
import { BrowserKey } from '../keys/browser-key.ts'

const CLAIM = 'both'

/**
 * Someone with an app and a key resets their password: the login asks for the same factor as before, it is still the right one, and as
 * many are listed. Roles: reset, login, codes, session, keys.
 * @throws NotTestable where nobody has both
 */
export async function proveBothKept(bench: Bench): Promise<void> {
  const { codeForm } = bench.role('codes')
  const key = new SecurityKey()
  const person = await withBoth(bench, key)
  const listed = await countOf(person)
  const before = await askedFor(await bench.elsewhere(person), 'right')
  const keys = bench.role('keys')
  if (before !== codeForm && before !== keys.prompt)
    throw new Unproven('The login asks neither for the app nor for the key.')
  if (before !== codeForm && listed === undefined)
    throw new NotTestable('The login asks for the key, and the profile does not say how factors are removed.')
  const other = await bench.elsewhere(person)
  const browser = await BrowserKey.in(other, key)
  await toReset(other)
  await chooseNewPassword(other)
  if ((await endOfReset(other)) === 'in') throw new NotTestable('The reset itself logs people in.')
  const after = await askedFor(other, 'new')
  bench.claimOut(CLAIM, await other.signedIn(), 'the new password alone logs in')
  const asked = before === codeForm ? 'the code' : 'the security key'
  if (!bench.claim(CLAIM, after === before, `the login does not ask for ${asked} any more`)) return
  if (after === codeForm) await enterCode(other)
  else await other.perform(keys.useKey)
  if (browser.problem) throw browser.problem
  if (!bench.claim(CLAIM, await isAtProtectedPage(other), `${asked} does not log in any more`)) return
  if (listed === undefined) return
  const left = (await countOf(other, { password: 'new' })) ?? 0
  bench.claim(CLAIM, left === listed, `of ${listed} factors, ${left} are listed`)
}

/** Someone with an authenticator app who has added a key to it. */
async function withBoth(bench: Bench, key: SecurityKey): Promise<Person> {
  const person = await holder(bench)
  await toProtectedPage(person)
  await openFactorsProven(person)
  const browser = await BrowserKey.in(person, key)
  await addKey(person, { browser }).catch((error: unknown) => {
    if (!(error instanceof NotThere || error instanceof Unproven)) throw error
    throw new NotTestable(`Nobody adds a security key beside the app here. ${error.message}`)
  })
  return person
}

/** How many factors the list offers to remove; `undefined` where the profile does not say how one is removed. */
async function countOf(person: Person, proof?: Proof): Promise<number | undefined> {
  if (!person.bench.pages('methods').remove) return undefined
  await openFactorsProven(person, proof)
  return removable(person)
}

/** The screen that the password leads to. */
async function askedFor(person: Person, password: 'right' | 'new'): Promise<string | undefined> {
  await toPassword(person)
  await enterPassword(person, password)
  return person.isAtOneOf(screensPastPassword(person))
}
