import { isAtProtectedPage, logOut } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { requestOf, signedInAtProvider, ssoRoles } from './sso.ts'

/** RFC 7636 section 4.2: a SHA-256 hash, base64url. */
const S256_LENGTH = 43

export const rp8 = defineCheck({
  id: 'RP8',
  title: 'Each login by a code is bound to its request by a new PKCE challenge (S256), state and nonce',
  source: 'RFC 9700 §2.1.1; 10.2.1',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  claims: {
    method: 'code_challenge_method is S256',
    length: 'code_challenge has the length of a hash',
    challenge: 'code_challenge is new each time',
    state: 'state is new each time',
    nonce: 'nonce is new each time',
  },
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const first = await requestOf(person)
    if (!(first.get('response_type') ?? '').includes('code'))
      throw new NotTestable('The target asks for no code.')
    const method = first.get('code_challenge_method')
    bench.claim('method', method === 'S256', `it is ${method ?? 'absent'}`)
    const length = first.get('code_challenge')?.length
    bench.claim('length', length === S256_LENGTH, `it has ${length ?? 'none'}`)
    if (await isAtProtectedPage(person, 0)) await logOut(person)
    const second = await requestOf(person)
    for (const [claim, name] of [
      ['challenge', 'code_challenge'],
      ['state', 'state'],
      ['nonce', 'nonce'],
    ] as const)
      bench.claim(
        claim,
        first.has(name) && first.get(name) !== second.get(name),
        first.has(name) ? 'it is the same' : 'it is missing',
      )
  },
})
