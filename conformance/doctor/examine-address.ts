import { openMailbox } from '../targets/mailboxes/open-mailbox.ts'
import { defaultAddress, freshAddress } from '../targets/profile/fresh-address.ts'
import type { Profile } from '../targets/profile/load.ts'
import type { StartedDeployment } from '../targets/profile/start.ts'
import { adviceOn } from '../targets/unreachable.ts'
import { examine, type Finding, Noted } from './finding.ts'

/** The name of the finding on which everything else depends. */
export const ADDRESS = 'Address'

type Address = StartedDeployment['address']

/** Milliseconds that one answer may take. */
const PATIENCE = 10_000
/** A one-time code is valid for this long (RFC 6238), so a clock that differs by more makes right codes wrong. */
const MOST_SECONDS_APART = 15

async function ask(url: string): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(PATIENCE) })
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    throw new Error(`${url} does not answer: ${adviceOn(error)}.`, { cause })
  }
}

/** What can be seen of a deployment without a browser: its address, its time, its mailbox and its provider. */
export async function* examineAddress({ deployment }: Profile, address: Address): AsyncGenerator<Finding> {
  const { url } = address
  yield examine(ADDRESS, async () => {
    const { status } = await ask(url)
    if (status >= 500)
      throw new Error(`${url} answers with ${status}: start the deployment, or correct \`url\`.`)
    if (status >= 400)
      throw new Noted(`${url} answers with ${status}; a login page usually answers with 200.`)
    return `${url} answers with ${status}`
  })
  yield examine('Clock', async () => {
    if (deployment.clock) return 'the profile tells and moves the deployment’s time'
    const date = (await ask(url)).headers.get('date')
    if (!date)
      throw new Noted(
        'The deployment does not say its time; one-time codes need it to be that of this machine.',
      )
    const apart = Math.round(Math.abs(Date.now() - Date.parse(date)) / 1000)
    if (apart <= MOST_SECONDS_APART) return `${apart} s apart from this machine’s`
    throw new Error(
      `It is ${apart} s apart from this machine’s, so that one-time codes are wrong: set one of the clocks, or give the profile \`clock.now\`.`,
    )
  })
  const { mailbox, freshAddress: make = defaultAddress } = deployment
  if (mailbox)
    yield examine('Mailbox', async () => {
      const mails = await openMailbox(mailbox, address.mails)(freshAddress(make))
      if (mails.length > 0)
        throw new Error('A fresh address has mail already: let `freshAddress` make a new one each time.')
      return typeof mailbox === 'object' ? `${mailbox.kind}: it can be read` : 'it can be read'
    })
  yield examine('Provider', async () => {
    const { provider } = deployment
    if (!provider) throw new Noted('The profile has no `provider`: single sign-on is not-testable.')
    const discoveryUrl = 'kind' in provider ? address.provider?.discoveryUrl : provider.discoveryUrl
    if (!discoveryUrl) return 'the bundled one is started'
    const answer = await ask(discoveryUrl)
    const { issuer } = (await answer.json().catch(() => ({}))) as { issuer?: string }
    if (!answer.ok || !issuer)
      throw new Error(`${discoveryUrl} is no discovery document: correct \`provider.discoveryUrl\`.`)
    return `${issuer} answers`
  })
}
