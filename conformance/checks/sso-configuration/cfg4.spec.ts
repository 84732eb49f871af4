import { expect, test } from '@playwright/test'
import { packs } from '../../../machines/index.ts'
import type { Defect } from '../../defects/defect.ts'
import { changed, isPage } from '../../defects/tamper.ts'
import type { Verdict } from '../../report/result.ts'
import { judgeCheck } from '../../run/judge-check.ts'
import { arrangeBundled } from '../../targets/bundled.ts'
import { startBundled } from '../../targets/start-bundled.ts'
import type { Target } from '../../targets/target.ts'
import { Bench } from '../bench/bench.ts'
import { cfg4 } from './cfg4-foreign-domain-refused.ts'

test.setTimeout(120_000)

/** The domain that another tenant has. */
const TAKEN = 'taken.example.net'

const SETTINGS = /\/my-organization\/settings$/
const FIELD = '<div class="field"><label for="domain">Domain</label><input id="domain" name="domain"></div>'
const REFUSED =
  '<!doctype html><html lang="en"><title>Settings</title><h1>Authentication settings</h1><p role="alert">This domain belongs to another tenant. Enter your own.</p>'

/**
 * Gives the settings of SSO in the bundled tenant a field for the domain that SSO is for, as products have it whose tenants share
 * one login page.
 * @param isKept whether a domain that another tenant has is refused
 */
const domainField =
  (isKept: boolean): NonNullable<Defect['tamper']> =>
  (send) =>
  async (request) => {
    const isSettings = SETTINGS.test(new URL(request.url).pathname)
    if (isSettings && request.method === 'POST' && isKept) {
      const typed = new URLSearchParams(await request.clone().text())
      if (typed.get('domain') === TAKEN)
        return new Response(REFUSED, { status: 422, headers: { 'content-type': 'text/html' } })
    }
    const answer = await send(request)
    if (!isSettings || !isPage(answer)) return answer
    const page = await answer.text()
    return changed(answer, { body: page.replace('<div class="buttons">', `${FIELD}$&`) })
  }

/** The bundled tenant with a field for a domain, as a profile would describe it. */
const targetAt = (url: string): Target => ({
  name: 'A tenant with domains',
  packs,
  url,
  capabilities: ['identity-provider'],
  patience: 8_000,
  pages: { ssoDomain: { field: 'Domain', taken: TAKEN } },
  arrange: async (flow, given) => ({ flow, given, ...(await arrangeBundled(url, given)) }),
})

const kinds: [string, boolean, Verdict][] = [
  ['passes where the domain of another tenant is refused', true, 'passed'],
  ['fails where it is taken', false, 'failed'],
]

for (const [what, isKept, verdict] of kinds)
  test(`CFG4 ${what}`, { tag: '@long' }, async ({ browser }) => {
    const { url, close } = await startBundled({
      id: 'domain-field',
      title: 'A field for a domain',
      tamper: domainField(isKept),
      flows: [],
      fails: [],
    })
    const bench = new Bench(browser, targetAt(url), cfg4)
    const error = await bench.prove().catch((error: unknown) => error)
    await bench.close()
    await close()
    expect(judgeCheck(bench.claims, error)).toMatchObject({ verdict })
  })
