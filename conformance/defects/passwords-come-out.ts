import type { Defect, Send } from './defect.ts'
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
  {
    id: 'password-in-address',
    title: 'The address of the page behind the login holds the typed password',
    tamper: atLogin((headers, password) => {
      const to = headers.get('location')
      if (to) headers.set('location', `${to}?${new URLSearchParams({ password })}`)
    }),
    flows: [],
    checks: ['PWD14'],
    fails: ['PWD14.address'],
  },
  {
    id: 'password-in-cookie',
    title: 'The login keeps the typed password in a cookie, in base64',
    tamper: atLogin((headers, password) =>
      headers.append('set-cookie', `remembered=${Buffer.from(password).toString('base64url')}; path=/`),
    ),
    flows: [],
    checks: ['PWD14'],
    fails: ['PWD14.kept'],
  },
  {
    id: 'password-in-mail',
    title: 'The mail that tells of a new password holds it',
    tamper: keepLastSet,
    mail: (mail) =>
      lastSet === undefined ? mail : { ...mail, text: `${mail.text}\nYour password: ${lastSet}` },
    flows: [],
    checks: ['PWD14'],
    fails: ['PWD14.mail'],
  },
]
