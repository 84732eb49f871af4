import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import {
  enterCode,
  enterPassword,
  holder,
  isPastPassword,
  member,
  screensPastPassword,
  toPassword,
} from '../bench/journeys.ts'
import { anotherComes, countMails, mailedLink } from '../bench/mailed-link.ts'
import {
  askForReset,
  chooseNewPassword,
  endOfReset,
  toForgotten,
  toReset,
} from '../bench/mailed-passwords.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { keysHere } from '../keys/ceremony.ts'
import { proveBothKept } from './reset-beside-a-key.ts'

export const lnk6 = defineCheck({
  id: 'LNK6',
  title: 'A reset does not bypass the second factor',
  source: '6.4.3; 6.3.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login', 'codes', 'session'],
  uses: ['activation', 'keys'],
  needs: ['mailbox', 'authenticator-app'],
  seconds: 120,
  claims: {
    reset: 'the reset itself logs nobody in',
    asked: 'the new password leads to the second factor',
    password: 'the new password alone logs nobody in',
    kept: 'the authenticator app is still the right one',
    key: 'where a security key was asked for, the new password leads to it as well, and logs nobody in',
    both: 'where an account has an authenticator app and a security key, both are there after a reset as before',
    pending:
      'a reset that someone asks for who has not activated their account logs them in no further than a first login does',
  },
  async prove(bench) {
    const person = await holder(bench)
    const end = await reset(person)
    bench.claimOut('reset', await person.signedIn())
    if (end === 'in') throw new Unproven('The reset itself has logged them in.')
    await toPassword(person)
    await enterPassword(person, 'new')
    bench.claim('asked', await person.isAt(bench.role('codes').codeForm), 'it is not asked for')
    bench.claimOut('password', await person.signedIn())
    await enterCode(person)
    bench.claim('kept', await person.isAt(bench.role('session').protectedPage), 'its code does not log in')
    await skipIfNotTestable(bench, ['key'], () => proveKey(bench))
    await skipIfNotTestable(bench, ['both'], () => proveBothKept(bench))
    await skipIfNotTestable(bench, ['pending'], () => provePending(bench))
  },
})

async function reset(person: Person) {
  await toReset(person)
  await chooseNewPassword(person)
  return endOfReset(person)
}

async function proveKey(bench: Bench) {
  const keys = keysHere(bench)
  const person = await bench.person(keys.holder)
  if ((await reset(person)) === 'in') return void bench.claim('key', false, 'the reset itself logs in')
  await toPassword(person)
  await enterPassword(person, 'new')
  const at = await person.isAtOneOf(screensPastPassword(person))
  bench.claimOut('key', await person.signedIn(), 'the new password alone logs in')
  bench.claim('key', at === keys.prompt, 'it is not asked for')
}

/** Many products mail them no link. Where one does, the password that it sets leads to a second factor as every other one. */
async function provePending(bench: Bench) {
  const { openLink, passwordForm, done } = bench.role('reset')
  const person = await bench.person(bench.role('activation').invited)
  const before = await countMails(person, openLink)
  await toForgotten(person).catch((error: unknown) => {
    if (error instanceof Unproven) throw new NotTestable(`They cannot ask for one. ${error.message}`)
    throw error
  })
  await askForReset(person)
  if (await anotherComes(person, openLink, before)) {
    await person.open(await mailedLink(person, openLink))
    if (await person.isAt(passwordForm)) {
      await chooseNewPassword(person)
      await person.isAt(done)
      if (isIn(await person.signedIn()) || (await isInByPassword(person, 'new'))) {
        // The control: someone who has activated their account is not logged in by the password alone.
        if (await isInByPassword(await member(bench), 'right'))
          throw new NotTestable('A first login by the password alone logs people in here.')
        bench.claimOut('pending', await person.signedIn(), 'the password alone logs in')
        return
      }
    }
  }
  bench.claim('pending', true)
}

async function isInByPassword(person: Person, password: string): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person, password)
  await isPastPassword(person)
  return isIn(await person.signedIn())
}
