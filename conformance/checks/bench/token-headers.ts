import { knowsTokenHeaders, tokenHeaders } from '../../session/token-headers.ts'
import type { Target } from '../../targets/target.ts'
import { defineCheck } from '../check.ts'
import type { Bench } from './bench.ts'
import { account, toProtectedPage } from './journeys.ts'

/** Somebody logs in, so that it is seen what the scripts of the target send then. */
const login = defineCheck({
  id: 'login',
  title: 'Somebody logs in',
  source: '',
  level: 'MUST',
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {},
  prove: async (bench) => toProtectedPage(await account(bench)),
})

const seen = new WeakSet<Target>()

/**
 * The headers that would carry a token, as the scripts of the target send one. Where no page has sent any so far, somebody logs in, once
 * for each target.
 */
export async function headersWith(token: string, bench: Bench): Promise<Record<string, string>[]> {
  const { target } = bench
  if (!knowsTokenHeaders(target) && !seen.has(target)) {
    seen.add(target)
    const own = bench.beside(login)
    // Where nobody can log in, nothing is learned.
    await own.prove().catch(() => undefined)
    await own.close()
  }
  return tokenHeaders(target, token)
}
