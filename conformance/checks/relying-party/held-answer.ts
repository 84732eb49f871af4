import { toEmail } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import type { Sent } from '../bench/sent.ts'
import { goToProvider } from './sso.ts'

/** Goes to the provider and back, except for the last step: the provider's answer is held back. */
export async function heldAnswer(person: Person): Promise<Sent> {
  const { page, session, patience } = person
  let answer: Sent | undefined
  // Playwright's own routes don't see where a redirect leads.
  const devTools = await session.context.newCDPSession(page)
  devTools.on('Fetch.requestPaused', ({ requestId, request: { url, method, postData = '' } }) => {
    const type = postData && { 'content-type': 'application/x-www-form-urlencoded' }
    answer ??= { url, method, headers: { accept: 'text/html', ...(type || {}) }, body: postData }
    void devTools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  })
  await devTools.send('Fetch.enable', {
    patterns: [{ urlPattern: `${session.arranged.provider?.redirectUri}*` }],
  })
  await toEmail(person)
  await goToProvider(person)
  await poll(() => answer, patience)
  await devTools.detach()
  if (!answer) throw new Unproven('The provider sent no answer.')
  return answer
}

/** What else an answer has beside the code, the ID token or the error: it tells to which request it belongs, and whose it is. */
const KEPT = ['state', 'iss']

/**
 * Address of an answer to the same request that is an error with this description (RFC 6749 section 4.1.2.1).
 * @param answer what the provider sent, in the address or as a form
 */
export function refusalOf({ url, body }: Sent, description: string): string {
  const refusal = new URL(url)
  const sent = new URLSearchParams([...refusal.searchParams, ...new URLSearchParams(body)])
  for (const name of ['code', 'id_token', 'access_token', 'session_state']) refusal.searchParams.delete(name)
  for (const name of KEPT) if (sent.has(name)) refusal.searchParams.set(name, sent.get(name) ?? '')
  refusal.searchParams.set('error', 'access_denied')
  refusal.searchParams.set('error_description', description)
  return refusal.href
}
