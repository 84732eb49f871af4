import type { Bench } from '../bench/bench.ts'
import { heldAnswer, refusalOf } from '../relying-party/held-answer.ts'
import { signedInAtProvider } from '../relying-party/sso.ts'
import { judgePage } from './judge-markup.ts'
import { MARKUP } from './markup.ts'

/** Anyone can make a browser come back from the provider with an error in their own words. */
export async function judgeAnswer(bench: Bench) {
  const sso = bench.optionalRole('sso')
  const { capabilities } = bench.target
  if (!sso || !capabilities.includes('identity-provider') || !bench.canArrange(sso.signedIn)) {
    bench.skip('answer', 'Nobody comes from a provider here.')
    return
  }
  const person = await signedInAtProvider(bench)
  const answer = await heldAnswer(person)
  await person.page.goto(refusalOf(answer, MARKUP.html))
  await person.settle()
  await judgePage(bench, person, 'answer')
}
