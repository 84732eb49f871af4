import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage } from './tamper.ts'

const LINK = /\/(?:activate\/(?:button|link)|reset\/link)\/([\w-]{20,})/

/** The tokens of the links that were mailed. */
const mailed = new Set<string>()

const keepTokens: NonNullable<Defect['mail']> = (mail) => {
  for (const [, token = ''] of mail.text.matchAll(new RegExp(LINK, 'g'))) mailed.add(token)
  return mail
}

/** A token counts as the mailed one that it resembles. */
const takingFor =
  (isAlike: (token: string, mailed: string) => boolean) =>
  (send: Send): Send =>
  (request) => {
    const [, token] = /\/(?:button|link)\/([\w-]+)/.exec(request.url) ?? []
    const real = token && [...mailed].find((one) => one !== token && isAlike(token, one))
    return send(real ? new Request(request.url.replace(token, real), request) : request)
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

/** One thing about mailed links is wrong. */
export const flawsOfALink: Defect[] = [
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
