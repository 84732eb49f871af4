import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import type { Sent } from '../bench/sent.ts'
import { goToProvider } from './sso.ts'

/** Goes to the provider and back, except for the last step: the provider's answer is held back. */
export async function heldAnswer(person: Person): Promise<Sent> {
  const { session, patience } = person
  let answer: Sent | undefined
  const letPass = await cutOff(person, `${session.arranged.provider?.redirectUri}*`, (sent) => {
    answer ??= sent
  })
  await toEmail(person)
  await goToProvider(person)
  await poll(() => answer, patience)
  await letPass()
  if (!answer) throw new Unproven('The provider sent no answer.')
  return answer
}

/**
 * Cuts off what a browser sends to an address, also where a redirect leads there: Playwright's own routes don't see that. The function
 * that it answers lets everything pass again.
 */
async function cutOff({ page, session }: Person, urlPattern: string, note: (sent: Sent) => void) {
  const devTools = await session.context.newCDPSession(page)
  devTools.on('Fetch.requestPaused', ({ requestId, request: { url, method, postData = '' } }) => {
    const type = postData && { 'content-type': 'application/x-www-form-urlencoded' }
    note({ url, method, headers: { accept: 'text/html', ...(type || {}) }, body: postData })
    void devTools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  })
  await devTools.send('Fetch.enable', { patterns: [{ urlPattern }] })
  return () => devTools.detach()
}

/** What comes of an answer that a browser brings. */
interface Brought {
  error: string | undefined
  /** The person is sent to the provider once more. */
  asksAgain: boolean
  /** The protected page is shown. */
  accepted: boolean
}

/**
 * The person's browser brings an answer of the provider that anyone may have asked for. The page there may be put up by a script, and a
 * script may be what compares it with the request.
 */
export async function bring(person: Person, { url, body }: Sent): Promise<Brought> {
  const { page, session } = person
  let asksAgain = false
  // The provider may know the person, and would send another answer.
  const letPass = await cutOff(person, `${new URL(session.provider().discoveryUrl).origin}/*`, () => {
    asksAgain = true
  })
  await page.goto('about:blank')
  const error = await person.errorAfter(
    async () => {
      if (body === '') await page.goto(url).catch(() => undefined)
      else await page.evaluate(post, { url, body })
      await person.settle()
    },
    async () => asksAgain || isAtProtectedPage(person, 0),
  )
  await letPass()
  return { error, asksAgain, accepted: await isAtProtectedPage(person, 0) }
}

/** Runs in a page: sends a form. */
function post({ url, body }: Pick<Sent, 'url' | 'body'>) {
  const form = Object.assign(document.createElement('form'), { action: url, method: 'post' })
  for (const [name, value] of new URLSearchParams(body))
    form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  HTMLFormElement.prototype.submit.call(form)
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
