import type { Bench } from '../bench/bench.ts'
import {
  account,
  arrive,
  enterFirstCode,
  member,
  toAppEnrolment,
  toProtectedPage,
  whyNoApp,
} from '../bench/journeys.ts'
import { chooseNewPassword, otherPassword, toReset } from '../bench/mailed-passwords.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { defineCheck } from '../check.ts'
import { register, toRegistration } from '../keys/ceremony.ts'
import { changePassword, openChangeForm, passwordOpens } from '../passwords/change-form.ts'

export const lnk12 = defineCheck({
  id: 'LNK12',
  title: 'A mail tells the holder of another password and of an added factor',
  source: 'NIST 4.1.2.1; 6.3.7',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['reset', 'login'],
  uses: ['codes', 'keys', 'session'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    reset: 'a mail tells of a reset password',
    changed: 'a mail tells of a changed password',
    factor: 'a mail tells of an added authenticator app',
    key: 'a mail tells of an added security key',
  },
  async prove(bench) {
    const forgetful = await account(bench)
    await toReset(forgetful)
    await proveMailed(bench, forgetful, 'reset', async () => {
      await chooseNewPassword(forgetful)
      await forgetful.reach(bench.role('reset').done)
    })
    await proveChanged(bench)
    await proveFactor(bench)
    await proveKey(bench)
  },
})

async function proveChanged(bench: Bench) {
  if (!bench.target.pages?.changePassword)
    return bench.skip('changed', 'The profile names no page that changes a password (pages.changePassword).')
  const person = await account(bench)
  await toProtectedPage(person)
  const form = await openChangeForm(person)
  const fresh = otherPassword(bench)
  await proveMailed(bench, person, 'changed', async () => {
    await changePassword(person, form, person.account.password, fresh)
    if (!(await passwordOpens(await bench.elsewhere(person), fresh)))
      throw new Unproven('The password was not changed.')
  })
}

async function proveFactor(bench: Bench) {
  if (!bench.optionalRole('codes') || !bench.target.capabilities.includes('authenticator-app'))
    return bench.skip('factor', 'Nobody adds an authenticator app here.')
  const why = whyNoApp(bench)
  if (why !== undefined) return bench.skip('factor', why)
  const person = await member(bench)
  await toAppEnrolment(person)
  await proveMailed(bench, person, 'factor', async () => {
    await enterFirstCode(person)
    await arrive(person)
  })
}

async function proveKey(bench: Bench) {
  if (!bench.optionalRole('keys') || !bench.target.capabilities.includes('security-key'))
    return bench.skip('key', 'Nobody adds a security key here.')
  const registration = await toRegistration(bench)
  await proveMailed(bench, registration.person, 'key', () => register(registration))
}

/** Waits for a new mail. */
async function proveMailed(bench: Bench, person: Person, claim: string, change: () => Promise<void>) {
  const mailbox = person.session.mailbox()
  const before = (await mailbox.mails()).length
  await change()
  const isMailed = await poll(async () => (await mailbox.mails()).length > before, person.patience)
  bench.claim(claim, isMailed, `no mail comes within ${person.patience / 1000} s`)
}
