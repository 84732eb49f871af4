import { isIn } from '../../session/signed-in.ts'
import { Jar } from '../bench/jar.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { heldAnswer } from './held-answer.ts'
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
    once: 'the same answer once more logs nobody in',
    'once-says': 'and is refused with an error, or leads to the provider once more',
    'other-state': 'an answer with another state is refused',
    'no-state': 'an answer without a state is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    const answer = await heldAnswer(person)
    const stranger = await Jar.with(person)
    const { error } = await stranger.send(answer)
    const rejections = new Rejections(bench)
    const facts = await stranger.signedIn()
    rejections.prove({ claim: 'browser', of: 'the answer in another browser', error, facts })
    await rejections.control({
      of: 'the answer in the browser that asked for it',
      async works() {
        const owner = await Jar.of(person)
        await owner.send(answer)
        const opened = isIn(await owner.signedIn())
        await owner.close()
        return opened
      },
      afresh: async () => opensBySso(await signedInAtProvider(bench)),
    })
    await stranger.close()
    const again = await Jar.of(person)
    const second = await again.send(answer)
    bench.claimOut('once', await again.signedIn(), 'it opens another session')
    const asksAgain = new URL(second.url).origin === new URL(person.session.provider().discoveryUrl).origin
    const isLedAway = second.hops.length > 1
    if (second.error === undefined && !asksAgain && isLedAway)
      bench.unproven('once-says', 'It leads elsewhere without a word.')
    else
      bench.claim(
        'once-says',
        second.error !== undefined || asksAgain,
        `it is answered with ${second.status}`,
      )
    await again.close()
    await proveMisbehavioursRefused(bench, [
      { claim: 'other-state', of: 'an answer with another state', name: 'wrong-state' },
      { claim: 'no-state', of: 'an answer without a state', name: 'missing-state' },
    ])
  },
})
