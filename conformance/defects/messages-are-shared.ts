import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage } from './tamper.ts'

const ALERT = /<p[^>]* role="alert">([^<]+)<\/p>/

/** A message that is kept for everybody, and shown once, by the page that is asked for next. */
const sharing =
  (messageOf: (request: Request, body: string) => string | undefined) =>
  (send: Send): Send => {
    let kept: string | undefined
    return async (request) => {
      const answer = await send(request)
      if (request.method === 'POST') {
        const body = isPage(answer) ? await answer.text() : ''
        kept = messageOf(request, body) ?? kept
        return isPage(answer) ? changed(answer, { body }) : answer
      }
      if (!isPage(answer) || kept === undefined) return answer
      const body = (await answer.text()).replace('</body>', `<p role="alert">${kept}</p></body>`)
      kept = undefined
      return changed(answer, { body })
    }
  }

/** The next one who asks is shown what another person was to be told. */
export const messagesAreShared: Defect[] = [
  flaw(
    'SES18.refused',
    'errors-are-shared',
    'The error after a wrong password is shown to who asks next, too',
    {
      tamper: sharing((request, body) =>
        isAt(request, '/log-in/password') ? ALERT.exec(body)?.[1] : undefined,
      ),
    },
  ),
  flaw('SES18.done', 'notices-are-shared', 'The notice that somebody was added is shown to who asks next', {
    tamper: sharing((request) =>
      isAt(request, '/configuration/users')
        ? 'The invitation was sent. Until the user activates the account, the status is Pending Verification.'
        : undefined,
    ),
  }),
]
