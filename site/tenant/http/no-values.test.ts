import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NumberedEvent } from '../events.ts'
import { eventsAfter } from '../store/events.ts'
import { formCases } from '../testing/form-cases.ts'
import { signedIn } from '../testing/signed-in.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** Which buttons and lists a case uses: they decide what is done with the rest. */
const choices = ['do', 'method']
/** What must not be in any event, not even on the wire. */
const secrets = ['password', 'again', 'current', 'code', 'client-secret']

const value = fc.oneof(
  fc.string({ minLength: 6, unit: 'grapheme' }),
  fc.string({ minLength: 6 }).map((text) => `“${text}” ${text}”`),
  fc.stringMatching(/^[a-z]{8}@[a-z]{8}\.example$/),
)

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)])
    : []
}

/** The longest word of what was typed: messages repeat words. */
const markOf = (typed: string) =>
  typed.split(/[\s,;]+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '')

const holding = (events: NumberedEvent[], typed: string) => {
  const mark = markOf(typed)
  return mark.length < 5 ? [] : events.filter((event) => textsIn(event).some((text) => text.includes(mark)))
}

describe('what is typed', () => {
  it.each(Object.entries(formCases))('is in no act, and secrets are in no event: %s', async (_, each) => {
    const made =
      each.given === 'administrator'
        ? await signedIn(testTenant)
        : await testTenant.sandbox({ given: each.given })
    const { visitor, email, password = '', id } = made
    const who = { email, password }
    await each.at(visitor, who)
    const typed = each.typed(who)
    const names = [...Object.keys(typed).filter((name) => !choices.includes(name)), 'client-secret']
    const entries = fc.record(Object.fromEntries(names.map((name) => [name, value])))
    await fc.assert(
      fc.asyncProperty(entries, async (entered) => {
        const last = (await eventsAfter(testTenant.store.db, id, 0)).at(-1)?.n ?? 0
        await visitor.post(each.path, { ...typed, ...entered })
        const events = await eventsAfter(testTenant.store.db, id, last)
        const acts = events.filter(({ kind }) => kind === 'act')
        expect(acts.length).toBeLessThanOrEqual(1)
        for (const [name, text] of Object.entries(entered))
          expect(holding(secrets.includes(name) ? events : acts, text), name).toEqual([])
      }),
      { numRuns: 8 },
    )
    expect((await made.acts()).length).toBeGreaterThan(0)
  })

  it('is left out of what a message repeats', async () => {
    const { acts, visitor, domain, email } = await signedIn(testTenant)
    const addresses = ['not “an” address', `"odd”one`, email, `nobody@elsewhere.example, x@${domain}`]
    for (const typed of addresses)
      await visitor.post('/configuration/users', { addresses: typed, role: 'Viewer' })
    expect((await acts()).map((act) => act.replace(/^.*“(?=.*…)/, ''))).toEqual([
      '…” is not an e-mail address”',
      '…” is not an e-mail address”',
      '… is a user already”',
      expect.stringContaining('…” must be an e-mail address'),
    ])
  })
})
