import { createHash } from 'node:crypto'
import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage } from './tamper.ts'

const LINK = /\/(?:activate\/(?:button|link)|reset\/link)\/([\w-]{20,})/

/** The tokens of the links that were mailed. */
const mailed = new Set<string>()

const keepTokens: NonNullable<Defect['mail']> = (mail) => {
  for (const [, token = ''] of mail.text.matchAll(new RegExp(LINK, 'g'))) mailed.add(token)
  return mail
}

/** A token counts as the mailed one that it resembles, in links with that in their path. */
const takingFor =
  (isAlike: (token: string, mailed: string) => boolean, path = '/') =>
  (send: Send): Send =>
  (request) => {
    const [, token] = /\/(?:button|link)\/([\w-]+)/.exec(request.url) ?? []
    const real =
      token && request.url.includes(path) && [...mailed].find((one) => one !== token && isAlike(token, one))
    return send(real ? new Request(request.url.replace(token, real), request) : request)
  }

/** Reset links carry something else in place of their token. @param make takes how many there were, the first one is 1 */
function resetsCarry(make: (nth: number) => string): Pick<Defect, 'mail' | 'tamper'> {
  const tokens = new Map<string, string>()
  return {
    mail(mail) {
      const [, token] = /\/reset\/link\/([\w-]{20,})/.exec(mail.text) ?? []
      if (!token) return mail
      const other = make(tokens.size + 1)
      tokens.set(other, token)
      return { ...mail, html: mail.html.replaceAll(token, other), text: mail.text.replaceAll(token, other) }
    },
    tamper: (send) => (request) => {
      const [, other = ''] = /\/reset\/link\/([\w-]+)$/.exec(request.url) ?? []
      const token = tokens.get(other)
      return send(token ? new Request(request.url.replace(other, token), request) : request)
    },
  }
}

const spentUnless =
  (purpose: string): NonNullable<Defect['rules']> =>
  ({ isLinkSpent }) => ({
    isLinkSpent: (link) => !('purpose' in link && link.purpose === purpose) && isLinkSpent(link),
  })

/** Pages at such an address hold something more, and may ask for anything. */
const withMarkup =
  (path: string, markup: string) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    if (!isPage(answer) || !isAt(request, path)) return answer
    return changed(answer, {
      body: (await answer.text()).replace('</form>', `${markup}</form>`),
      headers: (headers) => headers.delete('content-security-policy'),
    })
  }

/** Whether somebody has changed a password, and when the last new link was asked for by whom. */
let isChanged = false
let renewedFor: string | undefined

/** One thing about mailed links is wrong. */
export const flawsOfALink: Defect[] = [
  flaw('LNK18.void', 'link-outlives-a-change', 'A reset link works on after the password was changed', {
    tamper: (send) => (request) => {
      isChanged ||= request.method === 'POST' && isAt(request, '/account/password')
      return send(request)
    },
    rules: ({ isLinkSpent }) => ({
      isLinkSpent: (link) =>
        !(isChanged && 'purpose' in link && link.purpose === 'reset') && isLinkSpent(link),
    }),
  }),
  flaw(
    'LNK15.renewed',
    'new-link-for-anybody',
    'Another activation link goes to the address of the request',
    {
      tamper: (send) => async (request) => {
        const isAsked = request.method === 'POST' && request.url.includes('/activate')
        renewedFor = (isAsked && (await fieldOf(request, 'email'))) || renewedFor
        return send(request)
      },
      mail(mail) {
        const to = renewedFor ? [...mail.to, renewedFor] : mail.to
        renewedFor = undefined
        return { ...mail, to }
      },
    },
  ),
  flaw(
    ['LNK1.activation-link'],
    'used-activation-link-opens',
    'An activation link leads to its form again after it was used',
    { rules: spentUnless('activate') },
  ),
  flaw(
    ['LNK1.reset-link'],
    'used-reset-link-opens',
    'A reset link leads to its form again after it was used',
    { rules: spentUnless('reset') },
  ),
  flaw(
    'LNK3.other',
    'reset-links-are-counted',
    'Reset links carry a number that counts up',
    resetsCarry((nth) => String(nth).padStart(40, '0')),
  ),
  flaw(
    'LNK3.guessed',
    'reset-links-are-hashes-of-the-time',
    'The token of a reset link is the hash of the time',
    resetsCarry(() => createHash('sha256').update(String(Date.now())).digest('hex')),
  ),
  flaw(
    'LNK5.changed',
    'changed-reset-token-is-taken',
    'The first character of the token in a reset link is not compared',
    {
      mail: keepTokens,
      tamper: takingFor((token, real) => token.slice(1) === real.slice(1), '/reset/'),
    },
  ),
  flaw(['LNK5.half'], 'half-a-token-is-enough', 'The first half of a token is enough', {
    mail: keepTokens,
    tamper: takingFor((token, real) => token.length < real.length && real.startsWith(token)),
  }),
  flaw(
    ['LNK8.requests'],
    'counter-behind-the-link',
    'The page behind a mailed link asks for a picture of another site',
    { tamper: withMarkup('/activate', '<img alt="" src="http://counter.example/pixel.png">') },
  ),
  flaw(
    ['LNK13.password'],
    'administrator-chooses-the-password',
    'The Administrator who adds a user is asked for their password',
    { tamper: withMarkup('/users/new', '<label>Password <input type="password" name="initial"></label>') },
  ),
]
