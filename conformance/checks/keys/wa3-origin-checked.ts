import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './forgeries.ts'

export const wa3 = defineCheck({
  id: 'WA3',
  title: 'An answer that a security key gave to another origin is refused',
  source: 'WebAuthn 7.1, 7.2 origin',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  claims: {
    site: 'an answer for another site is refused',
    port: 'an answer for another port is refused',
    prefix: 'an answer for an origin that begins alike is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const { protocol, hostname, origin } = new URL(bench.target.url)
    await proveRefusedInBoth(bench, [
      { claim: 'site', of: 'the origin of another site', forge: { origin: 'https://evil.example' } },
      { claim: 'port', of: 'the origin of another port', forge: { origin: `${protocol}//${hostname}:9` } },
      { claim: 'prefix', of: 'an origin that begins alike', forge: { origin: `${origin}.evil.example` } },
    ])
  },
})
