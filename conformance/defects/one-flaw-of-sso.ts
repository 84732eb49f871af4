import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isPage } from './tamper.ts'

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzb21lYm9keSJ9.c2lnbmVk'

const atDashboard =
  (change: (answer: Response, request: Request) => Promise<Response> | Response) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    const isThere = new URL(request.url).pathname.endsWith('/dashboard') && answer.status === 200
    return isThere && isPage(answer) ? change(answer, request) : answer
  }

/** Whether the last request is about a forgotten password. */
let isForgotten = false

/** One thing about single sign-on is wrong. */
export const flawsOfSso: Defect[] = [
  flaw(
    ['RP14.former', 'RP14.former-reset'],
    'password-works-despite-sso',
    'A user who logs in by SSO can use an old password',
    { rules: () => ({ mayUsePassword: () => true }) },
  ),
  flaw(
    'RP14.former-reset',
    'reset-of-a-former-password',
    'A user who logs in by SSO, and had a password before, can reset it',
    {
      tamper: (send) => (request) => {
        isForgotten = new URL(request.url).pathname.includes('/forgot')
        return send(request)
      },
      rules: ({ mayUsePassword }) => ({ mayUsePassword: (claim) => isForgotten || mayUsePassword(claim) }),
    },
  ),
  flaw('RP9.missing', 'response-issuer-may-be-missing', 'An answer may lack the issuer that was announced', {
    rules: ({ verifySignIn }) => ({
      verifySignIn(claim) {
        if (!(claim.answer instanceof URL) || claim.answer.searchParams.has('iss')) return verifySignIn(claim)
        const answer = new URL(claim.answer)
        answer.searchParams.set('iss', claim.configuration.serverMetadata().issuer)
        return verifySignIn({ ...claim, answer })
      },
    }),
  }),
  flaw('RP13.address', 'token-in-address', 'The dashboard is opened with the ID token in its address', {
    tamper: atDashboard((answer, request) =>
      new URL(request.url).searchParams.has('id_token')
        ? answer
        : new Response(null, { status: 303, headers: { location: `${request.url}?id_token=${TOKEN}` } }),
    ),
  }),
  flaw('RP13.cookies', 'token-in-cookie', 'Scripts can read the ID token in a cookie', {
    tamper: atDashboard((answer) =>
      changed(answer, { headers: (headers) => headers.append('set-cookie', `token=${TOKEN}; path=/`) }),
    ),
  }),
  flaw('RP13.storage', 'token-in-storage', 'The dashboard keeps the ID token in localStorage', {
    tamper: atDashboard(async (answer) => {
      const script = `<script>localStorage.setItem('t', ['${TOKEN.replaceAll('.', "', '")}'].join('.'))</script>`
      return changed(answer, {
        body: (await answer.text()).replace('</body>', `${script}</body>`),
        headers: (headers) => headers.delete('content-security-policy'),
      })
    }),
  }),
]
