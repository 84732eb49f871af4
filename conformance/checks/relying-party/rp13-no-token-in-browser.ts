import { NotArranged } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { sessionParts } from '../sessions/session-parts.ts'
import { providerTokenIn } from './provider-tokens.ts'
import { opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'

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
    const parts = await sessionParts(person)
    const parties = {
      provider: new URL(person.session.provider().discoveryUrl).origin,
      own: parts.map(({ value }) => value),
    }
    const claim = (id: string, texts: readonly string[]) => {
      const holds = !texts.some((text) => providerTokenIn(text, parties) !== undefined)
      bench.claim(id, holds, 'one is there')
    }
    claim('address', addresses)
    const kept = await person.page.evaluate(() => ({
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      cookies: document.cookie,
      page: document.documentElement.outerHTML,
    }))
    claim('storage', [kept.storage])
    claim('cookies', [kept.cookies])
    claim('page', [kept.page])
  },
})
