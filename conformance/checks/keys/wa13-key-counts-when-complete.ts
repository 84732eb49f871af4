import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { arrive, enterPassword, screensPastPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { type Ceremony, register, toRegistration, touch } from './ceremony.ts'

export const wa13 = defineCheck({
  id: 'WA13',
  title: 'A security key counts once its registration is complete',
  source: '2.3.1; WebAuthn 7.1 leaves it to the product when that is',
  level: 'SHOULD',
  asvsLevel: 1,
  roles: ['login', 'keys', 'session'],
  uses: ['codes'],
  needs: ['security-key'],
  seconds: 90,
  claims: {
    begun: 'after a registration that was cancelled, no login asks for a key',
    unnamed: 'while a new key waits for its name, no login asks for it',
  },
  async prove(bench) {
    const ceremony = await toRegistration(bench)
    const { person, next } = ceremony
    const { naming } = bench.role('keys')
    await cancel(ceremony)
    const counts: Record<string, boolean> = { begun: await isAskedForKey(person) }
    const again = (await person.isAt(ceremony.at, 0)) ? ceremony : await toRegistration(bench)
    await touch(again)
    if (naming && next === naming.form) {
      await again.person.reach(next)
      counts.unnamed = await isAskedForKey(again.person)
    } else bench.skip('unnamed', 'No key has a name here.')
    const isWhole = await countsWhenComplete(bench, again)
    for (const [claim, isAsked] of Object.entries(counts))
      if (isAsked || isWhole) bench.claim(claim, !isAsked, 'the next login asks for it')
      else bench.unproven(claim, 'The control fails: no login asks for a key whose registration is complete.')
  },
})

/** The browser asks for the key, and nobody touches it. */
async function cancel({ person, browser, ask }: Ceremony) {
  browser.meanwhile = () => Promise.reject(new Error('Nobody touches the key.'))
  await person.perform(ask)
  await person.settle()
  browser.meanwhile = undefined
}

/** Whether the next login of the account, in another browser, asks for a security key. */
async function isAskedForKey(person: Person): Promise<boolean> {
  const other = await person.bench.elsewhere(person)
  await toPassword(other)
  await enterPassword(other)
  const at = await other.isAtOneOf(screensPastPassword(other))
  await other.session.context.close()
  if (at === undefined) throw new Unproven('The next login comes to none of the screens behind the password.')
  return at === other.role('keys').prompt
}

/** The control: a key that was touched and named is asked for. */
async function countsWhenComplete(bench: Bench, { person, next }: Ceremony): Promise<boolean> {
  const { naming } = bench.role('keys')
  const finish = async () => {
    if (naming && next === naming.form) await person.perform(naming.name)
    await arrive(person)
    return isAskedForKey(person)
  }
  const isAsked = await finish().catch((error: unknown) => {
    if (!(error instanceof Unproven || error instanceof NotThere)) throw error
    return false
  })
  if (isAsked) return true
  const other = await toRegistration(bench)
  await register(other)
  return isAskedForKey(other.person)
}
