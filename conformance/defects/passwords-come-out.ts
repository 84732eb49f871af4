import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt } from './tamper.ts'

/** Does something to the answer of the login to a password, which redirects. */
const atLogin =
  (change: (headers: Headers, password: string) => void) =>
  (send: Send): Send =>
  async (request) => {
    const typed = isAt(request, '/log-in/password') ? await fieldOf(request, 'password') : null
    const answer = await send(request)
    return typed ? changed(answer, { headers: (headers) => change(headers, typed) }) : answer
  }

/** The password that was set last, until a mail goes out. */
let lastSet: string | undefined

const keepLastSet =
  (send: Send): Send =>
  async (request) => {
    if (request.method === 'POST') lastSet = (await fieldOf(request, 'password')) ?? lastSet
    return send(request)
  }

/** A typed password comes to light somewhere. */
export const passwordsComeOut: Defect[] = [
  flaw(
    'PWD14.address',
    'password-in-address',
    'The address of the page behind the login holds the typed password',
    {
      tamper: atLogin((headers, password) => {
        const to = headers.get('location')
        if (to) headers.set('location', `${to}?${new URLSearchParams({ password })}`)
      }),
    },
  ),
  flaw('PWD14.kept', 'password-in-cookie', 'The login keeps the typed password in a cookie, in base64', {
    tamper: atLogin((headers, password) =>
      headers.append('set-cookie', `remembered=${Buffer.from(password).toString('base64url')}; path=/`),
    ),
  }),
  flaw('PWD14.mail', 'password-in-mail', 'The mail that tells of a new password holds it', {
    tamper: keepLastSet,
    mail: (mail) =>
      lastSet === undefined ? mail : { ...mail, text: `${mail.text}\nYour password: ${lastSet}` },
  }),
]
