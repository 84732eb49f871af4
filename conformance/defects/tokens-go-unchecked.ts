import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'

const LINK = /(https?:\/\/\S+\/(?:activate\/(?:button|link)|reset\/link)\/)([\w-]{20,})/g

/** The token that was mailed last, by what is before it in its link. */
const newest = new Map<string, string>()

const keepNewest: NonNullable<Defect['mail']> = (mail) => {
  for (const [, base = '', token = ''] of mail.html.matchAll(LINK)) newest.set(base, token)
  return mail
}

/** Somebody opens a link that counts as the newest one of its kind. */
const counting =
  (isTaken: (token: string, base: string) => boolean) =>
  (send: Send): Send =>
  (request) => {
    const at = request.url.lastIndexOf('/') + 1
    const [base, token] = [request.url.slice(0, at), request.url.slice(at)]
    const real = newest.get(base)
    const isOther = real !== undefined && token !== real && isTaken(token, base)
    return send(isOther ? new Request(`${base}${real}`, request) : request)
  }

/** Somebody’s browser keeps the token of a reset for everybody. */
const lendingTheLink = (send: Send): Send => {
  let last: string | undefined
  return (request) => {
    const cookie = request.headers.get('cookie') ?? ''
    last = /__Secure-doorstep-reset=[\w-]+/.exec(cookie)?.[0] ?? last
    const headers = new Headers(request.headers)
    if (last && !cookie.includes('doorstep-reset'))
      headers.set('cookie', [cookie, last].filter(Boolean).join('; '))
    return send(new Request(request, { headers }))
  }
}

const isKnown = (token: string) => [...newest.values()].includes(token)

/** What comes in place of the token of a link is not looked at. */
export const tokensGoUnchecked = [
  flaw(
    ['LNK5.changed', 'LNK5.case', 'LNK5.half', 'LNK5.any'],
    'any-token-is-taken',
    'Whatever comes in place of a token opens the link that was mailed last',
    { mail: keepNewest, tamper: counting((token) => token !== '' && !isKnown(token)) },
  ),
  flaw('LNK5.none', 'no-token-is-taken', 'A link without its token opens the one that was mailed last', {
    mail: keepNewest,
    tamper: counting((token) => token === ''),
  }),
  flaw(
    'LNK5.purpose',
    'token-of-an-invitation-resets',
    'The token of an invitation is taken at the address of a reset',
    {
      mail: keepNewest,
      tamper: counting((token, base) => base.endsWith('/reset/link/') && isKnown(token)),
    },
  ),
  flaw('LNK5.form', 'reset-form-without-link', 'The form of a reset needs no link: the last one counts', {
    tamper: lendingTheLink,
  }),
]
