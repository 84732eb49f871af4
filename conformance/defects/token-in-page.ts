import type { Defect, Send } from './defect.ts'
import { changed } from './tamper.ts'

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The provider is known by where logins are sent. */
function holdingToken(send: Send): Send {
  let iss = ''
  return async (request) => {
    const answer = await send(request)
    const to = answer.headers.get('location') ?? ''
    if (to.includes('client_id=')) iss = new URL(to).origin
    if (!request.url.endsWith('/dashboard') || answer.status !== 200) return answer
    const token = `${base64({ alg: 'RS256' })}.${base64({ iss, sub: 'somebody' })}.c2lnbmVk`
    return changed(answer, {
      body: (await answer.text()).replace('</body>', `<div data-token="${token}"></div></body>`),
    })
  }
}

export const tokenInPage: Defect = {
  id: 'token-in-page',
  title: 'The dashboard holds the ID token for its scripts',
  tamper: holdingToken,
  flows: [],
  checks: ['RP13'],
  fails: ['RP13'],
}
