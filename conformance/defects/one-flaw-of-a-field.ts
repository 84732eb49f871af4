import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isPage } from './tamper.ts'

const rewriting = (fails: string, id: string, title: string, rewrite: (page: string) => string): Defect =>
  flaw(fails, id, title, {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (!isPage(answer)) return answer
      return changed(answer, {
        body: rewrite(await answer.text()),
        headers: (headers) => headers.delete('content-security-policy'),
      })
    },
  })

/** One thing about the fields for passwords is wrong. */
export const flawsOfAField: Defect[] = [
  rewriting('PWD7.paste', 'no-password-is-pasted', 'Nothing can be pasted as a password', (page) =>
    page.replaceAll('type="password"', 'type="password" onpaste="return false"'),
  ),
  rewriting('PWD7.hidden', 'passwords-are-shown', 'A password is shown while it is typed', (page) =>
    page.replaceAll('type="password"', 'type="text"'),
  ),
]
