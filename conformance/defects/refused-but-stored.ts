import type { Rules } from '../../site/tenant/rules/index.ts'
import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, isAt, sandboxOf } from './tamper.ts'

/** What the form has refused last in the sandbox of the request of now, as long as it has taken nothing after that. */
let refused: string | undefined

const noting =
  (path: string) =>
  (send: Send): Send => {
    const all = new Map<string, string>()
    return async (request) => {
      const sandbox = sandboxOf(request)
      refused = all.get(sandbox)
      const isForm = request.method === 'POST' && isAt(request, path)
      const typed = isForm ? await fieldOf(request, 'password') : null
      const answer = await send(request)
      if (typed === null) return answer
      if (answer.status === 422) all.set(sandbox, typed)
      else all.delete(sandbox)
      return answer
    }
  }

const atForm = (
  claims: string | string[],
  id: string,
  title: string,
  path: string,
  verify: (sound: Rules) => Rules['verifyPassword'],
) =>
  flaw(claims, id, title, {
    tamper: noting(path),
    rules: (sound) => ({
      verifyPassword: async (claim) =>
        refused === undefined ? sound.verifyPassword(claim) : verify(sound)(claim),
    }),
  })

/** A password that a form has refused changes the account all the same. */
export const refusedButStored = [
  atForm(
    'PWD18.activation',
    'refused-first-password-is-stored',
    'A first password is stored before it is judged',
    '/activate',
    () => async (claim) => claim.password === refused,
  ),
  atForm(
    ['PWD18.reset', 'PWD18.former'],
    'refused-password-is-stored-at-a-reset',
    'A reset stores the password before it judges it',
    '/reset',
    () => async (claim) => claim.password === refused,
  ),
  atForm(
    'PWD18.reset',
    'refused-password-opens-beside-the-former',
    'A password that a reset has refused opens the account, and so does the former one',
    '/reset',
    (sound) => async (claim) => claim.password === refused || sound.verifyPassword(claim),
  ),
  atForm(
    'PWD18.former',
    'refusal-voids-the-former-password',
    'A reset that refuses a password has taken the former one away',
    '/reset',
    () => async () => false,
  ),
]
