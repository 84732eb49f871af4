import type { Bench } from '../bench/bench.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { type Ceremony, toAssertion, toRegistration, touch } from './ceremony.ts'

const LEAST_BYTES = 16
/** No check waits longer than this (WebAuthn section 15.1 recommends ten minutes at most). */
const LATE = 10 * 60 + 1

export const wa1 = defineCheck({
  id: 'WA1',
  title: 'Each challenge for a security key is long, new, and worthless ten minutes later',
  source: 'WebAuthn 13.4.3; 6.7.2',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['login', 'keys', 'session'],
  needs: ['security-key', 'clock'],
  claims: {
    'late-login': 'an answer to a challenge of ten minutes ago logs nobody in',
    'late-registration': 'an answer to a challenge of ten minutes ago registers no key',
    new: 'every question has a new challenge',
    bytes: `a challenge has at least ${LEAST_BYTES} bytes`,
    ...rejectionClaims,
  },
  async prove(bench) {
    await proveFresh(bench, await toAssertion(bench), () => toAssertion(bench))
    await proveFresh(bench, await toRegistration(bench), () => toRegistration(bench))
  },
})

async function proveFresh(bench: Bench, ceremony: Ceremony, begin: () => Promise<Ceremony>) {
  const { kind, person, browser, at, next } = ceremony
  browser.meanwhile = () => person.wait(LATE)
  const error = await person.errorAfter(() => touch(ceremony))
  browser.meanwhile = undefined
  const rejections = new Rejections(bench)
  rejections.prove({
    claim: `late-${kind}`,
    of: 'an answer to a challenge of ten minutes ago',
    error,
    accepted: await person.isAt(next, 0),
    facts: await person.signedIn(),
  })
  const opens = async (one: Ceremony) => {
    await touch(one)
    return one.person.isAt(next)
  }
  await rejections.control({
    of: 'a prompt answer',
    // A login that has timed out meanwhile begins again.
    works: async () => opens((await person.isAt(at, 0)) ? ceremony : await begin()),
    afresh: async () => opens(await begin()),
  })
  const challenges = browser.asked.map(({ options }) => options.challenge)
  bench.claim('new', new Set(challenges).size === challenges.length, 'one came twice')
  const bytes = Math.min(...challenges.map((challenge) => Buffer.from(challenge, 'base64url').length))
  bench.claim('bytes', bytes >= LEAST_BYTES, `it has ${bytes}`)
}
