import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { holder, requireApp, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { openFactors, openFactorsProven } from '../codes/factor-pages.ts'
import { removeNamed } from '../codes/remove-named.ts'
import { addKey, beginKey } from './add-key.ts'
import { BrowserKey } from './browser-key.ts'

const NAMES = ['Blue one 417', 'Red one 582'] as const

export const wa14 = defineCheck({
  id: 'WA14',
  title: 'A security key is listed under the name that was typed for it',
  source: 'the documentation: a security key is given a name',
  level: 'MUST',
  roles: ['login', 'codes', 'keys', 'session'],
  needs: ['security-key', 'authenticator-app', 'pages.methods'],
  seconds: 120,
  claims: {
    shown: 'the list of factors has the name that was typed for a key',
    both: 'of two keys each is listed under the name that was typed for it',
    own: 'removing a key under its name removes that key and no other one',
  },
  async prove(bench) {
    requireApp(bench)
    const person = await holder(bench)
    await toProtectedPage(person)
    const browser = await BrowserKey.in(person, new SecurityKey())
    const ids: string[] = []
    for (const [n, name] of NAMES.entries()) {
      browser.key = new SecurityKey()
      await addNamed(person, browser, name)
      ids.push(browser.last?.id ?? '')
      const missing = await missingIn(person, NAMES.slice(0, n + 1))
      const claim = n === 0 ? 'shown' : 'both'
      bench.claim(claim, missing === undefined, `after “${name}” was typed, “${missing}” is not there`)
      if (missing !== undefined) return skipRest(bench, n)
    }
    await skipIfNotTestable(bench, ['own'], () => proveOwn(bench, person, ids))
  },
})

function skipRest(bench: Bench, at: number) {
  if (at === 0) bench.skip('both', 'Not even the name of one key is listed.')
  bench.skip('own', 'The names are not listed.')
}

/** @throws NotTestable where nobody adds a key that gets a name */
async function addNamed(person: Person, browser: BrowserKey, name: string) {
  await openFactorsProven(person)
  const isNamed = await addKey(person, { browser, name }).catch((error: unknown) => {
    if (!(error instanceof NotThere || error instanceof Unproven)) throw error
    throw new NotTestable(`Nobody adds a security key beside the app here. ${error.message}`)
  })
  if (!isNamed) throw new NotTestable('No key has a name here.')
}

/** The first of these names that the list of factors has not. */
async function missingIn(person: Person, names: readonly string[]): Promise<string | undefined> {
  await openFactors(person)
  const missing = async () => {
    const { texts, fields } = await person.snapshot()
    const values = await person.page
      .locator('input')
      .evaluateAll((all) => all.map((one) => 'value' in one && one.value))
    const all = [...texts, ...fields, ...values].join('\n')
    return names.find((name) => !all.includes(name))
  }
  await poll(async () => (await missing()) === undefined, person.patience)
  return missing()
}

/** Which keys there are shows where another one is added: the page says which ones the browser must not register again. */
async function proveOwn(bench: Bench, person: Person, [gone, stays]: string[]) {
  const before = await knownKeys(person)
  if (![gone, stays].every((id) => before.includes(id ?? '')))
    throw new NotTestable('Where a key is added, the page does not say which ones there are.')
  await openFactorsProven(person)
  await removeNamed(person, NAMES[0])
  const after = await knownKeys(person)
  const wrong = after.includes(gone ?? '') ? 'it is still there' : 'the other one is gone as well'
  const isOther = after.includes(gone ?? '') && !after.includes(stays ?? '')
  const isOwn = !after.includes(gone ?? '') && after.includes(stays ?? '')
  bench.claim('own', isOwn, isOther ? 'the other one is removed in its place' : wrong)
}

/** The ids that a page hands to the browser when it asks for one more key, which nobody touches. In another session: it ends half-way. */
async function knownKeys(person: Person): Promise<string[]> {
  const other = await person.bench.elsewhere(person)
  const browser = await BrowserKey.in(other, new SecurityKey())
  await toProtectedPage(other)
  await openFactorsProven(other)
  await beginKey(other)
  browser.meanwhile = () => Promise.reject(new Error('Nobody touches the key.'))
  await other.perform(other.role('keys').registerKey)
  await other.settle()
  const asked = browser.asked.at(-1)
  return asked?.kind === 'create' ? (asked.options.excludeCredentials ?? []).map(({ id }) => id) : []
}
