import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { actions } from '../sign-in/actions.ts'
import { oddParams } from './odd-params.ts'

let idp: MockIdp
const entra = fixture('entra', { consentedForAll: false })

beforeAll(async () => {
  idp = await startMockIdp({ directories: [entra.directory] })
})
afterAll(() => idp.close())

test('at a sign-in under way the answer is never a 500, whatever its forms say', async () => {
  const start = `/${entra.directory.id}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: entra.application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  })}`
  const sensible: Record<string, string>[] = [
    { do: 'name', ...user },
    { do: 'password', ...user },
    { do: 'pick', account: 'session' },
    { do: 'stay', stay: 'yes' },
    { do: 'change' },
    { do: 'consent', consent: 'yes' },
    { do: 'consent', consent: 'no' },
  ]
  const nonsense = fc
    .tuple(oddParams([entra.application.appId]), fc.constantFrom(...actions.keys(), 'nothing', '__proto__'))
    .map(([params, entry]) => ({ ...Object.fromEntries(params), do: entry }))
  const steps = fc.array(fc.oneof(fc.constantFrom(...sensible), nonsense), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const person = browser()
      let page = await person.open(idp.url + start, redirectUri)
      for (const form of all) {
        if (!page.url.includes('/login/')) break
        page = await person.post(page.url, form, redirectUri)
        expect(page.status).toBeLessThan(500)
      }
    }),
    { numRuns: 60 },
  )
})
