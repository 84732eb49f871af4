import type { Response } from '@playwright/test'
import { giveKept, keptBy } from '../../page/kept.ts'
import { secretOf, tokensIn } from '../../session/token-headers.ts'
import type { Person } from '../bench/person.ts'
import { readRequest, type Sent } from '../bench/sent.ts'
import { tokensAlone } from './session-parts.ts'
import { leftOver } from './token-over.ts'

/** Times and ids in a signed token do not always have the same number of digits. */
const LEEWAY = 12

/** How a script gets a new token in place of one that is over. */
export interface Renewal {
  /** Somebody whose page has just done so. */
  person: Person
  sent: Sent
  /** Whether an answer brings a token, as that one did. */
  brings(body: string): boolean
}

/** Learns how the scripts of a page renew a token: in a copy of the person's browser whose token is over. `undefined` where they do not. */
export async function renewalOf(person: Person): Promise<Renewal | undefined> {
  const tokens = (await tokensAlone(person, await person.credentials())).map(({ value }) => value)
  if (tokens.length === 0) return undefined
  const kept = await keptBy(person.page, new URL(person.session.arranged.url).origin)
  const other = await person.bench.elsewhere(person)
  await giveKept(other.session.context, leftOver(kept, tokens, 'all') ?? kept)
  const answers: Response[] = []
  const note = (response: Response) => void answers.push(response)
  other.page.on('response', note)
  await other.open(other.session.arranged.dashboard)
  await other.isAt(other.role('session').protectedPage)
  other.page.off('response', note)
  const sends = Object.values(await other.session.ownHeaders.now()).flatMap((value) => secretOf(value) ?? [])
  for (const response of answers) {
    const [token] = (await broughtBy(response)).filter((one) => sends.includes(one))
    if (token === undefined) continue
    const isAlike = ({ length }: string) => Math.abs(length - token.length) <= LEEWAY
    const brings = (body: string) => tokensIn(body).some(isAlike)
    return { person: other, sent: await readRequest(response.request()), brings }
  }
  return undefined
}

async function broughtBy(response: Response): Promise<string[]> {
  const isByScript = ['fetch', 'xhr'].includes(response.request().resourceType())
  return isByScript && response.ok() ? tokensIn(await response.text().catch(() => '')) : []
}
