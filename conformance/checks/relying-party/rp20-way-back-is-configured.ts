import { FORWARDED } from '../bench/forged-host.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { requestOf, signedInAtProvider, ssoRoles } from './sso.ts'

export const rp20 = defineCheck({
  id: 'RP20',
  title:
    'The provider is asked to send people back to the configured address, whatever a request says of its host',
  source: '4.1.3; RFC 9700 §2.1, §4.13',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  claims: { forwarded: 'headers of a proxy that name another host change nothing in redirect_uri' },
  async prove(bench) {
    const honest = (await requestOf(await signedInAtProvider(bench))).get('redirect_uri')
    if (honest === null) throw new NotTestable('The target sends no redirect_uri.')
    const person = await signedInAtProvider(bench)
    const { origin } = new URL(person.session.arranged.url)
    await person.session.context.route(
      ({ origin: asked }) => asked === origin,
      (route, request) => route.continue({ headers: { ...request.headers(), ...FORWARDED } }),
    )
    const forged = (await requestOf(person)).get('redirect_uri') ?? 'none'
    const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url)
    bench.claim('forwarded', hostOf(forged) === hostOf(honest), `it names ${hostOf(forged)}`)
  },
})
