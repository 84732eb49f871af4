import type { Request } from '@playwright/test'
import { logOut } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { goesThereAndBack, signedInAtProvider, toAddress } from './sso.ts'

/** RFC 7636 section 4.2: a SHA-256 hash, base64url. */
const S256_LENGTH = 43

export const rp8 = defineCheck({
  id: 'RP8',
  title: 'Each login by a code is bound to its request by PKCE with S256, state and nonce of its own',
  source: 'RFC 9700 §2.1.1; 10.2.1',
  level: 'SHOULD',
  asvsLevel: 2,
  needs: ['identity-provider'],
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const first = await requestOf(person)
    if (!(first.get('response_type') ?? '').includes('code'))
      throw new NotTestable('The target asks for no code.')
    bench.claim('code_challenge_method is S256', first.get('code_challenge_method') === 'S256')
    bench.claim(
      'code_challenge has the length of a hash',
      first.get('code_challenge')?.length === S256_LENGTH,
    )
    if (await person.isAt('dashboard', 0)) await logOut(person)
    const second = await requestOf(person)
    for (const name of ['code_challenge', 'state', 'nonce'])
      bench.claim(
        `${name} is a new one each time`,
        first.has(name) && first.get(name) !== second.get(name),
        'it is missing, or the same',
      )
  },
})

/** What the target asks the provider for. */
async function requestOf(person: Person): Promise<URLSearchParams> {
  let asked: URLSearchParams | undefined
  const note = (request: Request) => {
    const { searchParams } = new URL(request.url())
    if (searchParams.has('client_id') && searchParams.has('response_type')) asked ??= searchParams
  }
  person.page.on('request', note)
  await toAddress(person)
  await goesThereAndBack(person)
  person.page.off('request', note)
  if (!asked) throw new Unproven('The target sent nobody to the provider.')
  return asked
}
