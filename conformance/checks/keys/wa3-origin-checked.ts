import { defineCheck } from '../check.ts'
import { proveRefusedInBoth } from './prove-forgeries-refused.ts'

export const wa3 = defineCheck({
  id: 'WA3',
  title: 'An answer that a security key gave to another origin is refused',
  source: 'WebAuthn 7.1, 7.2 origin',
  level: 'MUST',
  needs: ['security-key'],
  async prove(bench) {
    const { protocol, hostname, origin } = new URL(bench.target.url)
    await proveRefusedInBoth(bench, {
      'the origin of another site': { origin: 'https://evil.example' },
      'the origin of another port': { origin: `${protocol}//${hostname}:9` },
      'an origin that begins alike': { origin: `${origin}.evil.example` },
    })
  },
})
