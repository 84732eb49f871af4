import type { Bench } from '../bench/bench.ts'
import {
  account,
  arrive,
  enterFirstCode,
  member,
  requireApp,
  toAppEnrolment,
  toProtectedPage,
} from '../bench/journeys.ts'
import { chooseNewPassword, otherPassword, toReset } from '../bench/mailed-passwords.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { register, toRegistration } from '../keys/ceremony.ts'
import { changePassword, openChangeForm } from '../passwords/change-form.ts'
import { opensElsewhere } from '../passwords/opens-elsewhere.ts'

/** Someone who is about to change how an account is logged in to, and what changes it. */
export interface Change {
  person: Person
  make(): Promise<void>
}

/** By the name of the claim about it. Uses reset, login, codes, keys, session. @throws NotTestable where nobody does it here */
export const changes: Readonly<
  Record<'reset' | 'changed' | 'factor' | 'key', (bench: Bench) => Promise<Change>>
> = {
  async reset(bench) {
    const person = await account(bench)
    const { done } = bench.role('reset')
    await toReset(person)
    return {
      person,
      async make() {
        await chooseNewPassword(person)
        await person.reach(done)
      },
    }
  },
  async changed(bench) {
    if (!bench.target.pages?.changePassword)
      throw new NotTestable('The profile names no page that changes a password (pages.changePassword).')
    const person = await account(bench)
    await toProtectedPage(person)
    const form = await openChangeForm(person)
    const fresh = otherPassword(bench)
    return {
      person,
      async make() {
        await changePassword(person, form, person.account.password, fresh)
        if (!(await opensElsewhere(person, fresh))) throw new Unproven('The password was not changed.')
      },
    }
  },
  async factor(bench) {
    if (!bench.optionalRole('codes') || !bench.target.capabilities.includes('authenticator-app'))
      throw new NotTestable('Nobody adds an authenticator app here.')
    requireApp(bench)
    const person = await member(bench)
    await toAppEnrolment(person)
    return {
      person,
      async make() {
        await enterFirstCode(person)
        await arrive(person)
      },
    }
  },
  async key(bench) {
    if (!bench.optionalRole('keys') || !bench.target.capabilities.includes('security-key'))
      throw new NotTestable('Nobody adds a security key here.')
    const registration = await toRegistration(bench)
    return { person: registration.person, make: () => register(registration) }
  },
}
