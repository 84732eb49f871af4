import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

const REQUEST = /response_type=code(?!\w)/g

export const asksAtEveryLogin: Defect = {
  id: 'asks-at-every-login',
  title: 'Each login asks the provider to demand the password again',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    // The page on the way has the address as a link, too; it makes no difference to people.
    const refresh = answer.headers.get('refresh')?.replace(REQUEST, '$&&prompt=login')
    return refresh ? changed(answer, { headers: (headers) => headers.set('refresh', refresh) }) : answer
  },
  flows: ['log-in-sso'],
  checks: ['RP16'],
  fails: [
    'RP16.direct',
    'log-in-sso.3',
    'added-to-both',
    'log-in-sso/emailAddress/email.registered[0]',
    'log-in-sso/emailAddress/email.registered[1]',
    'log-in-sso/emailAddress/email.registered[2]',
  ],
}
