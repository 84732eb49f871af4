import type { Defect } from './defect.ts'

const NOT_NOW = 'This is not possible at the moment'

/** What is sent again without the browser has all headers of the page but this one, which belongs to the connection. */
const isByPage = ({ headers }: Request) => headers.get('accept-encoding')?.includes('zstd') === true

/**
 * What a check claims is refused is refused here too, but so is everything else: a check that passes has tried nothing. None of
 * these may be green.
 */
export const refusals: Defect[] = [
  {
    id: 'refuses-every-new-password',
    title: 'No new password is accepted',
    rules: () => ({ limitPasswordLength: () => NOT_NOW }),
    flows: [],
    checks: ['PWD1', 'PWD5', 'PWD6', 'PWD4'],
    fails: [],
    unproven: ['PWD1', 'PWD5', 'PWD6', 'PWD4'],
  },
  {
    id: 'refuses-every-code',
    title: 'No one-time code is accepted',
    rules: () => ({ verifyCode: async () => undefined }),
    flows: [],
    checks: ['OTP1', 'OTP3', 'OTP4', 'OTP5'],
    fails: [],
    unproven: ['OTP1', 'OTP3', 'OTP4', 'OTP5'],
  },
  {
    id: 'refuses-every-key-answer',
    title: 'No answer of a security key logs in',
    rules: () => ({ verifyKeyAssertion: async () => undefined }),
    flows: [],
    checks: ['WA7', 'WA12'],
    fails: [],
    unproven: ['WA7', 'WA12'],
  },
  {
    id: 'refuses-every-key-registration',
    title: 'No security key can be registered',
    rules: () => ({ verifyKeyRegistration: async () => undefined }),
    flows: [],
    checks: ['WA5', 'WA6'],
    fails: [],
    unproven: ['WA5', 'WA6'],
  },
  {
    id: 'refuses-every-login-by-sso',
    title: 'No login by SSO succeeds: it is set up wrongly',
    rules: () => ({
      verifySignIn: () => {
        throw new TypeError('The client secret is wrong')
      },
    }),
    flows: [],
    checks: ['RP1', 'RP5', 'RP13'],
    fails: [],
    unproven: ['RP1', 'RP5', 'RP13'],
  },
  {
    id: 'refuses-every-link',
    title: 'No mailed link works',
    rules: () => ({ isLinkSpent: () => true }),
    flows: [],
    checks: ['LNK1', 'LNK5', 'PWD2'],
    fails: [],
    unproven: ['LNK1', 'LNK5', 'PWD2'],
  },
  {
    id: 'refuses-every-discovery-address',
    title: 'No discovery address can be saved',
    rules: () => ({ readDiscoveryUrl: () => ({ wrong: NOT_NOW }) as never }),
    flows: [],
    checks: ['CFG1', 'CFG2', 'CFG5'],
    fails: [],
    unproven: ['CFG1', 'CFG2', 'CFG5'],
  },
  {
    id: 'refuses-every-new-user',
    title: 'No user can be added',
    rules: () => ({ readAddresses: () => ({ wrong: NOT_NOW, empty: false }) }),
    flows: [],
    checks: ['ADM1', 'ADM2', 'LNK13'],
    fails: [],
    unproven: ['ADM1', 'ADM2', 'LNK13'],
  },
  {
    id: 'refuses-every-reset',
    title: 'No reset is mailed',
    rules: () => ({ mayResetPassword: () => false }),
    flows: [],
    checks: ['LNK4', 'LNK6', 'OWN1'],
    fails: [],
    unproven: ['LNK4', 'LNK6', 'OWN1'],
  },
  {
    id: 'refuses-requests-of-scripts',
    title: 'Every request that does not come from a page is refused',
    tamper: (send) => async (request) => {
      if (request.method === 'GET' || request.url.includes('/control/') || isByPage(request))
        return send(request)
      return new Response(`<p role="alert">${NOT_NOW}</p>`, {
        status: 403,
        headers: { 'content-type': 'text/html' },
      })
    },
    flows: [],
    checks: ['OTP3', 'CFG2', 'SNK.reset-password'],
    fails: [],
    unproven: ['OTP3', 'CFG2', 'SNK.reset-password'],
  },
]
