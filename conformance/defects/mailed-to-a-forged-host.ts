import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

/** The links of a mail lead to the host that the request names which sends it. */
function hostOfRequest(path: RegExp): Pick<Defect, 'mail' | 'tamper'> {
  let named: string | undefined
  return {
    tamper: (send) => (request) => {
      const url = new URL(request.url)
      const { pathname, hostname, host } = url
      // A request with a forged Host still has to find the tenant.
      url.hostname = 'localhost'
      const forged = hostname === 'localhost' ? undefined : host
      if (request.method === 'POST' && path.test(pathname))
        named = request.headers.get('x-forwarded-host') ?? forged
      return send(forged === undefined ? request : new Request(url, request))
    },
    mail(mail) {
      if (named === undefined) return mail
      const moved = (text: string) => text.replace(/(https?:\/\/)[^/\s"]+/g, `$1${named}`)
      return { ...mail, html: moved(mail.html), text: moved(mail.text) }
    },
  }
}

/** An invitation leads to a host that nobody has configured. */
export const invitedToForgedHost: Defect[] = [
  flaw(
    'LNK17.added',
    'forged-host-in-an-invitation',
    'The link of an invitation leads to the host that the request named which added the user',
    hostOfRequest(/\/users(?:\/new)?$/),
  ),
  flaw(
    'LNK17.resent',
    'forged-host-in-an-invitation-sent-again',
    'The link of an invitation that is sent again leads to the host that the request named',
    hostOfRequest(/\/users\/[^/]+\/resend$/),
  ),
]
