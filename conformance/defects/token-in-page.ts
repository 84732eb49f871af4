import type { Defect, Send } from './defect.ts'
import { changed, isPage } from './tamper.ts'

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The page that sends people to the provider has its address. */
const PROVIDER = /https?:\/\/[^/"]+(?=\/[^"]*client_id=)/

function holdingToken(send: Send): Send {
  let iss = ''
  return async (request) => {
    const answer = await send(request)
    if (!isPage(answer)) return answer
    const body = await answer.text()
    iss = PROVIDER.exec(body)?.[0] ?? iss
    if (!request.url.endsWith('/dashboard') || answer.status !== 200) return changed(answer, { body })
    const token = `${base64({ alg: 'RS256' })}.${base64({ iss, sub: 'somebody' })}.c2lnbmVk`
    return changed(answer, { body: body.replace('</body>', `<div data-token="${token}"></div></body>`) })
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
