import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { logInBySso, signedInAtProvider } from './sso.ts'

/** A JWT, or what calls itself a token. */
const TOKEN = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*|(?:access|refresh|id)_token["'=:\s]+[\w.-]{16,}/

export const rp13 = defineCheck({
  id: 'RP13',
  title: 'No token of the provider is in an address, a page, or where scripts can read it',
  source: '10.1.1',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const addresses: string[] = []
    person.page.on('request', (request) => addresses.push(request.url()))
    await logInBySso(person)
    if (!(await person.isAt('dashboard'))) throw new Unproven('The login by SSO did not succeed.')
    bench.claim('no address carries a token', !addresses.some((url) => TOKEN.test(url)))
    const kept = await person.page.evaluate(() => ({
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      cookies: document.cookie,
      page: document.documentElement.outerHTML,
    }))
    bench.claim('no storage of the page holds a token', !TOKEN.test(kept.storage))
    bench.claim('no cookie that scripts can read holds a token', !TOKEN.test(kept.cookies))
    bench.claim('the page does not show a token', !TOKEN.test(kept.page))
  },
})
