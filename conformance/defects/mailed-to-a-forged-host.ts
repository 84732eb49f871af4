import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

/** @param forwarded whether headers of proxies count, too */
function hostOfRequest(path: RegExp, forwarded = false): Pick<Defect, 'mail' | 'tamper'> {
  let named: string | undefined
  return {
    tamper: (send) => (request) => {
      const url = new URL(request.url)
      const { pathname, hostname, host } = url
      // A request with a forged Host still has to find the tenant.
      url.hostname = 'localhost'
      const forged = hostname === 'localhost' ? undefined : host
      const header = forwarded ? request.headers.get('x-forwarded-host') : undefined
      if (request.method === 'POST' && path.test(pathname)) named = header ?? forged
      return send(forged === undefined ? request : new Request(url, request))
    },
    mail(mail) {
      if (named === undefined) return mail
      const moved = (text: string) => text.replace(/(https?:\/\/)[^/\s"]+/g, `$1${named}`)
      return { ...mail, html: moved(mail.html), text: moved(mail.text) }
    },
  }
}

/** The links of a mail lead to the host that the request names which sends it. */
export const mailedToForgedHost: Defect[] = [
  flaw(
    'LNK10.host',
    'host-header-in-a-reset',
    'A reset link leads to the host that the Host header of the request named',
    hostOfRequest(/\/forgot$/),
  ),
  flaw(
    'LNK17.added',
    'forged-host-in-an-invitation',
    'The link of an invitation leads to the host that the request named which added the user',
    hostOfRequest(/\/users(?:\/new)?$/, true),
  ),
  flaw(
    'LNK17.resent',
    'forged-host-in-an-invitation-sent-again',
    'The link of an invitation that is sent again leads to the host that the Host header of the request named',
    hostOfRequest(/\/users\/[^/]+\/resend$/),
  ),
]
