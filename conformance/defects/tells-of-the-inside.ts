import { flaw } from './flaw.ts'
import { changed, isAt } from './tamper.ts'

const STACK = `TypeError: Cannot read properties of undefined (reading 'value')
    at readField (/srv/login/fields.js:31:18)
    at handle (/srv/login/routes.js:112:5)`

const failing = (): Response =>
  new Response(STACK, { status: 500, headers: { 'content-type': 'text/plain' } })

/** Whether a request to that path has something else than the fields of a form. */
const isBroken = (request: Request, path: string): boolean =>
  request.method === 'POST' &&
  isAt(request, path) &&
  !request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')

/** Something that a browser never sends is answered with what the server logs. */
export const tellsOfTheInside = [
  flaw('TXT3.forms', 'stack-after-a-broken-form', 'A form that is no form is answered with a stack trace', {
    tamper: (send) => (request) =>
      isBroken(request, '/log-in/password') ? Promise.resolve(failing()) : send(request),
  }),
  ...[
    { path: '/configuration/users', id: 'stack-after-a-broken-form-for-users', of: 'adds users' },
    { path: '/my-organization/settings', id: 'stack-after-broken-settings', of: 'saves settings' },
  ].map(({ path, id, of }) =>
    flaw('TXT3.inside', id, `A form that ${of}, and is no form, is answered with a stack trace`, {
      tamper: (send) => (request) => (isBroken(request, path) ? Promise.resolve(failing()) : send(request)),
    }),
  ),
  flaw(
    'TXT3.addresses',
    'stack-after-a-broken-address',
    'An address that cannot be decoded is answered with a stack trace',
    {
      tamper: (send) => (request) =>
        /%00|%c0|%E0%A4%A$/i.test(request.url) ? Promise.resolve(failing()) : send(request),
    },
  ),
  flaw(
    'TXT3.cookies',
    'stack-after-a-broken-cookie',
    'A cookie that the product did not write is answered with a stack trace',
    {
      tamper: (send) => (request) =>
        /=(?:%E0|\{|')/.test(request.headers.get('cookie') ?? '')
          ? Promise.resolve(failing())
          : send(request),
    },
  ),
  flaw('SES15.nosniff', 'dashboard-without-nosniff', 'The dashboard does not say nosniff', {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (!isAt(request, '/dashboard')) return answer
      return changed(answer, { headers: (headers) => headers.delete('x-content-type-options') })
    },
  }),
]
