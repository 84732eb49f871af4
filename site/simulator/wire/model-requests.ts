import { toBase64url } from '../../../machines/devices/bytes.ts'
import { noteOf } from '../../../machines/model/sample.ts'
import type { Exchange } from '../../tenant/exchange.ts'
import type { Happened } from '../model/happened.ts'
import { addressOfPerson } from '../model/known.ts'
import { example, pageOf } from './model-exchange.ts'
import {
  answerUrl,
  authorizationUrl,
  beginLogin,
  discovery,
  type Login,
  tokenExchanges,
} from './model-oidc.ts'
import {
  fieldsAt,
  isAtProvider,
  isLink,
  leadsOver,
  type ModelWalk,
  partyOf,
  shownAfter,
  urlOf,
} from './model-walk.ts'

interface Requests {
  exchanges: Exchange[]
  /** The log-in at the provider that has begun, or goes on. */
  login?: Login | undefined
}

/** `Email address` → `email-address`: the model does not know what a form calls its fields. */
const nameOf = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const session = () =>
  `session=${toBase64url(crypto.getRandomValues(new Uint8Array(24)))}; Path=/; HttpOnly; Secure; SameSite=Lax`
const noSession = 'session=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax'

/** A session begins or ends with an event. */
function cookieOf({ before, after }: Happened): { cookie?: string } {
  if (!before.signedIn && after.signedIn) return { cookie: session() }
  return before.signedIn && !after.signedIn ? { cookie: noSession } : {}
}

/** What the browser asks for by an event, apart from a provider. */
function ordinary(walk: ModelWalk, one: Happened, time: number): Exchange {
  const { pack } = walk
  const { spec, before, after, edge } = one
  const { heading, message } = shownAfter(pack, one)
  const at = partyOf(pack, before.screen) === 'product' ? 'product' : 'provider'
  const isForm = spec.at !== 'mail' && spec.goTo === undefined && !isLink(pack, before, spec)
  const isSame = edge.meta.refused || before.screen === after.screen
  const answer =
    isSame || !isForm ? { html: pageOf(heading, message) } : { leadsTo: urlOf(pack, after.screen) }
  const answered = { ...answer, ...cookieOf(one) }
  const asked = { by: 'browser', time } as const
  if (!isForm) {
    const opened = spec.goTo === undefined ? after.screen : (pack.addresses[spec.goTo] ?? after.screen)
    const of = partyOf(pack, opened) === 'product' ? 'product' : 'provider'
    return example({ ...asked, at: of, method: 'GET', url: urlOf(pack, opened) }, answered)
  }
  const form = Object.fromEntries(fieldsAt(walk, one).map(({ label, value }) => [nameOf(label), value]))
  return example({ ...asked, at, method: 'POST', url: urlOf(pack, before.screen), form }, answered)
}

/** The browser brings the provider's answer back, and the product exchanges the code. */
async function comesBack(walk: ModelWalk, one: Happened, time: number, login: Login): Promise<Exchange[]> {
  const { pack } = walk
  const { heading, message } = shownAfter(pack, one)
  const isRefusedThere =
    one.edge.meta.refused === true && isAtProvider(pack, one.before.screen) && !one.spec.fill
  const url = answerUrl(login, isRefusedThere ? (message ?? 'The person has cancelled it') : undefined)
  const isIn = one.after.signedIn
  const answered = isIn
    ? { leadsTo: urlOf(pack, one.after.screen), ...cookieOf(one) }
    : { html: pageOf(heading, message) }
  const back = example({ by: 'browser', at: 'product', time, method: 'GET', url }, answered)
  const code = new URL(url).searchParams.get('code')
  const tokens = code === null ? [] : await tokenExchanges(login, code, time, noteOf(pack, 'clientSecret'))
  return [back, ...tokens]
}

function newLogin(walk: ModelWalk, one: Happened): Login {
  const { pack } = walk
  const typed = fieldsAt(walk, one).find(({ holds }) => holds === 'email')?.value
  const email = typed ?? addressOfPerson(pack, one.as)
  const { origin } = new URL(`https://${pack.hosts?.provider ?? 'provider.example'}`)
  return beginLogin({
    clientId: noteOf(pack, 'clientId'),
    redirectUri: redirectOf(walk),
    issuer: origin,
    email,
  })
}

/** Where the provider sends people back to: the address that the pack names, if it names one. */
function redirectOf({ pack }: ModelWalk): string {
  const named = noteOf(pack, 'redirectUri')
  return URL.canParse(named)
    ? named
    : `${new URL(urlOf(pack, pack.addresses[pack.entrance] ?? '')).origin}/callback`
}

/** What goes over the wire for an event. */
export async function requestsOf(
  walk: ModelWalk,
  one: Happened,
  time: number,
  login?: Login,
): Promise<Requests> {
  const { pack } = walk
  if (leadsOver(pack, one.flow, one)) {
    const begun = newLogin(walk, one)
    const target = await authorizationUrl(begun)
    const left = ordinary(walk, { ...one, edge: { ...one.edge, meta: { inferred: '' } } }, time)
    const handed: Exchange = { ...left, response: { status: 303, headers: [['location', target]] } }
    const isShown = isAtProvider(pack, one.after.screen)
    const page = isShown ? { html: pageOf(shownAfter(pack, one).heading) } : { leadsTo: answerUrl(begun) }
    const asked = example({ by: 'browser', at: 'provider', time, method: 'GET', url: target }, page)
    const rest = isShown ? [] : await comesBack(walk, one, time, begun)
    return { exchanges: [handed, discovery(begun, time), asked, ...rest], login: begun }
  }
  const returns = isAtProvider(pack, one.before.screen) && !isAtProvider(pack, one.after.screen)
  if (!returns) return { exchanges: [ordinary(walk, one, time)] }
  const known = login ?? newLogin(walk, one)
  const sent = ordinary(walk, one, time)
  const led: Exchange = { ...sent, response: { status: 303, headers: [['location', redirectOf(walk)]] } }
  return { exchanges: [led, ...(await comesBack(walk, one, time, known))], login: known }
}
