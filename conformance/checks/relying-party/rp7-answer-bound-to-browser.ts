import { isIn } from '../../session/signed-in.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { bring, heldAnswer } from './held-answer.ts'
import { opensBySso, proveMisbehavioursRefused, signedInAtProvider, ssoRoles } from './sso.ts'

export const rp7 = defineCheck({
  id: 'RP7',
  title: 'The provider’s answer logs in the browser that asked for it, once',
  source: 'RFC 9700 §2.1; 10.1.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ssoRoles,
  needs: ['identity-provider'],
  seconds: 120,
  claims: {
    browser: 'the answer in another browser logs nobody in',
    once: 'an answer that is brought a second time logs nobody in',
    'once-says':
      'an answer that is brought a second time is refused with an error, or leads to the provider again',
    'other-state': 'an answer with another state is refused',
    'no-state': 'an answer without a state is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const answer = await heldAnswer(person)
    const [owner, again] = [await bench.copyOf(person), await bench.copyOf(person)]
    const stranger = await bench.another(person)
    const rejections = new Rejections(bench)
    const { error, accepted } = await bring(stranger, answer)
    const facts = await stranger.signedIn()
    rejections.prove({ claim: 'browser', of: 'the answer in another browser', error, accepted, facts })
    // An answer that was taken there is spent.
    if (!accepted && !isIn(facts))
      await rejections.control({
        of: 'the answer in the browser that asked for it',
        works: async () => (await bring(owner, answer)).accepted,
        afresh: async () => opensBySso(await signedInAtProvider(bench)),
      })
    await proveOnce(again, answer)
    await proveMisbehavioursRefused(bench, [
      { claim: 'other-state', of: 'an answer with another state', name: 'wrong-state' },
      { claim: 'no-state', of: 'an answer without a state', name: 'missing-state' },
    ])
  },
})

async function proveOnce(again: Person, answer: Sent): Promise<void> {
  const { bench, page } = again
  const { error, asksAgain } = await bring(again, answer)
  bench.claimOut('once', await again.signedIn(), 'it opens another session')
  const isSaid = error !== undefined || asksAgain
  const isLedAway = page.url().split(/[?#]/)[0] !== answer.url.split(/[?#]/)[0]
  if (!isSaid && isLedAway) bench.unproven('once-says', 'It leads elsewhere without a word.')
  else bench.claim('once-says', isSaid, 'nothing is said')
}
