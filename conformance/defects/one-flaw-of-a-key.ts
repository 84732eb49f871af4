import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Rules } from '../../site/tenant/rules/index.ts'
import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt } from './tamper.ts'

type Assertion = Parameters<Rules['verifyKeyAssertion']>[0]

/** The origin that the browser put into its answer. */
const originIn = ({ response }: { response: { response: { clientDataJSON: string } } }): string =>
  JSON.parse(Buffer.from(response.response.clientDataJSON, 'base64url').toString()).origin

/** The login takes the answer of a key as if something about it were another. */
const atLogin = (
  id: string,
  title: string,
  fails: string,
  change: (claim: Assertion) => Partial<Assertion>,
) =>
  flaw(fails, id, title, {
    rules: ({ verifyKeyAssertion }) => ({
      verifyKeyAssertion: (claim) => verifyKeyAssertion({ ...claim, ...change(claim) }),
    }),
  })

/** The challenges that wait for an answer, in whatever login. */
const waiting = new Set<string>()

/** One thing about the answer of a security key is not checked. */
export const flawsOfAKey: Defect[] = [
  atLogin(
    'key-challenge-unchecked-at-login',
    'At the login nothing checks the challenge that a security key has signed',
    'WA1.late-login',
    () => ({ isChallenge: async () => true }),
  ),
  flaw(
    ['WA1.late-registration', 'WA2.registration'],
    'key-challenge-unchecked-at-registration',
    'At the registration nothing checks the challenge that a security key has signed',
    {
      rules: ({ verifyKeyRegistration }) => ({
        verifyKeyRegistration: (claim) => verifyKeyRegistration({ ...claim, isChallenge: async () => true }),
      }),
    },
  ),
  flaw(
    'WA2.waiting',
    'key-challenge-of-any-login',
    'A security key may sign the challenge of any login that waits',
    {
      tamper: (send) => async (request) => {
        const answer = await send(request)
        if (!isAt(request, '/log-in/verify-key/options')) return answer
        const body = await answer.text()
        waiting.add(JSON.parse(body).challenge)
        return changed(answer, { body })
      },
      rules: ({ verifyKeyAssertion }) => ({
        verifyKeyAssertion: (claim) =>
          verifyKeyAssertion({ ...claim, isChallenge: async (challenge) => waiting.delete(challenge) }),
      }),
    },
  ),
  atLogin('key-origin-with-any-port', 'The port of an origin is not compared', 'WA3.port', (claim) => {
    const origin = originIn(claim)
    const isAlike = URL.canParse(origin) && new URL(origin).hostname === new URL(claim.origin).hostname
    return isAlike ? { origin } : {}
  }),
  atLogin('key-origin-begins-alike', 'An origin that begins alike is enough', 'WA3.prefix', (claim) => {
    const origin = originIn(claim)
    return origin.startsWith(claim.origin) ? { origin } : {}
  }),
  atLogin(
    'key-of-any-handle',
    'The name of the account that a security key gives is not compared',
    'WA8.handle',
    (claim) => ({ handle: claim.response.response.userHandle ?? claim.handle }),
  ),
  flaw('WA10.long', 'key-id-of-any-length', 'The id of a security key may have any length', {
    rules: ({ keyAlgorithms }) => ({
      async verifyKeyRegistration({ response, isChallenge, origin, rpId }) {
        const answer = await verifyRegistrationResponse({
          response,
          expectedChallenge: isChallenge,
          expectedOrigin: origin,
          expectedRPID: rpId,
          requireUserVerification: false,
          supportedAlgorithmIDs: keyAlgorithms(),
        }).catch(() => undefined)
        return answer?.registrationInfo?.credential
      },
    }),
  }),
]
