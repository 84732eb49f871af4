import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage } from './tamper.ts'

/** The pages at these paths are other ones. @param typed the password that the request has sent, where it has */
const at =
  (paths: readonly string[], change: (page: string, typed: string) => string) =>
  (send: Send): Send =>
  async (request) => {
    const isThere = paths.some((path) => isAt(request, path))
    const typed = isThere && request.method === 'POST' ? ((await fieldOf(request, 'password')) ?? '') : ''
    const answer = await send(request)
    return isThere && isPage(answer) ? changed(answer, { body: change(await answer.text(), typed) }) : answer
  }

const asText = (tag: string) => tag.replace('type="password"', 'type="text"')

/** A new password can be read where it is typed, or after it was refused. */
export const newPasswordsAreSeen = [
  flaw('PWD7.refused', 'refused-password-repeated', 'The form that refuses a new password holds it', {
    tamper: at(['/activate', '/reset'], (page, typed) =>
      typed === '' ? page : page.replace('type="password"', `type="password" value="${typed}"`),
    ),
  }),
  flaw('PWD7.hidden', 'repeated-password-is-shown', 'A new password is shown where it is typed again', {
    tamper: at(['/activate', '/reset'], (page) => page.replace(/<input[^>]*name="again"[^>]*>/, asText)),
  }),
  flaw('PWD7.hidden', 'changed-password-is-shown', 'A password is shown where it is changed', {
    tamper: at(['/account/password'], (page) =>
      page.replace(/<input[^>]*autocomplete="new-password"[^>]*>/gi, asText),
    ),
  }),
]
