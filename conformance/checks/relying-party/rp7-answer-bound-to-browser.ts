import { Jar } from '../bench/jar.ts'
import { Unproven } from '../bench/outcome.ts'
import { isIn, type Person } from '../bench/person.ts'
import { isOut, proveRefused } from '../bench/refusal.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { goOnToProvider, proveMisbehavioursRefused, signedInAtProvider, toAddress } from './sso.ts'

const PAUSE = 50

export const rp7 = defineCheck({
  id: 'RP7',
  title: 'The provider’s answer logs in the browser that asked for it, once',
  source: 'RFC 9700 §2.1; 10.1.2',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider'],
  seconds: 90,
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const answer = await answerOf(person)
    const stranger = await Jar.with(person)
    const { error } = await stranger.send(answer)
    await proveRefused(bench, {
      of: 'the answer in another browser',
      error,
      facts: await stranger.signedIn(),
      afterwards: 'it logs in the browser that asked for it',
      works: async () => {
        const owner = await Jar.of(person)
        await owner.send(answer)
        const isLoggedIn = isIn(await owner.signedIn())
        await owner.close()
        return isLoggedIn
      },
    })
    await stranger.close()
    const again = await Jar.of(person)
    const second = await again.send(answer)
    bench.claim(
      'the same answer once more logs nobody in',
      isOut(await again.signedIn()),
      'it opens another session',
    )
    const asksAnew = new URL(second.url).origin === new URL(person.session.provider().discoveryUrl).origin
    bench.claim(
      `and is told to be wrong, or leads to the provider once more`,
      second.error !== undefined || asksAnew,
    )
    await again.close()
    await proveMisbehavioursRefused(bench, {
      'an answer with another state': 'wrong-state',
      'an answer without a state': 'missing-state',
    })
  },
})

/** Goes to the provider and comes back, but for the last step: the answer stays on the way. */
async function answerOf(person: Person): Promise<Sent> {
  const { page, session, patience } = person
  let answer: Sent | undefined
  // Playwright's own routes don't see where a redirect leads.
  const devTools = await session.context.newCDPSession(page)
  devTools.on('Fetch.requestPaused', ({ requestId, request: { url, method, postData = '' } }) => {
    const type = postData && { 'content-type': 'application/x-www-form-urlencoded' }
    answer ??= { url, method, headers: { accept: 'text/html', ...(type || {}) }, body: postData }
    void devTools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  })
  await devTools.send('Fetch.enable', {
    patterns: [{ urlPattern: `${session.arranged.provider?.redirectUri}*` }],
  })
  await toAddress(person)
  await goOnToProvider(person)
  const until = Date.now() + patience
  while (!answer && Date.now() < until) await page.waitForTimeout(PAUSE)
  await devTools.detach()
  if (!answer) throw new Unproven('The provider sent no answer.')
  return answer
}
