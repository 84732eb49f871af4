import { NotArranged } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'

/** A JWT, or what calls itself a token. */
const TOKEN = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*|(?:access|refresh|id)_token["'=:\s]+[\w.-]{16,}/

export const rp13 = defineCheck({
  id: 'RP13',
  title: 'No token of the provider is in an address, a page, or where scripts can read it',
  source: '10.1.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  claims: {
    address: 'no address carries a token',
    storage: 'no storage of the page holds a token',
    cookies: 'no cookie that scripts can read holds a token',
    page: 'the page does not show a token',
  },
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const addresses: string[] = []
    person.page.on('request', (request) => addresses.push(request.url()))
    if (!(await opensBySso(person))) throw new NotArranged('An honest login by SSO does not succeed.')
    bench.claim('address', !addresses.some((url) => TOKEN.test(url)))
    const kept = await person.page.evaluate(() => ({
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      cookies: document.cookie,
      page: document.documentElement.outerHTML,
    }))
    bench.claim('storage', !TOKEN.test(kept.storage))
    bench.claim('cookies', !TOKEN.test(kept.cookies))
    bench.claim('page', !TOKEN.test(kept.page))
  },
})
