import { edgesOf, screenOf } from '../../../machines/model/edges.ts'
import type { EventSpec } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { isSecret, type Party } from '../../../machines/model/screen.ts'
import type { Typed } from '../../../machines/model/values.ts'
import { choicesAt, type Moment, send } from '../../../machines/model/walk.ts'
import type { Mail } from '../devices/mail.ts'
import { addressOf } from '../model/addresses.ts'
import type { Happened } from '../model/happened.ts'
import { messageOf } from '../model/seen.ts'

/** What is asked of a walk in the model, in addition to what has happened. */
export interface ModelWalk {
  pack: Pack
  happened: readonly Happened[]
  /** Key of an event → what was typed at it. */
  typed: ReadonlyMap<string, Typed>
  /** The secret of the authenticator app. */
  secret: string | undefined
  /** What is sent where no mail says otherwise: mails by screen. */
  mails: Readonly<Record<string, Mail>>
}

export const partyOf = ({ screens }: Pack, screen: string): Party => screens[screen]?.party ?? 'product'

/** Whether a page is the provider's own: its sign-in and its consent. */
export const isAtProvider = (pack: Pack, screen: string): boolean => partyOf(pack, screen) === 'provider'

/** An address that can be asked; where no page is open, that of the product. */
export function urlOf(pack: Pack, screen: string): string {
  const address = addressOf(pack, screen)
  return `https://${address || addressOf(pack, pack.addresses[pack.entrance] ?? '') || 'product.example'}`
}

/**
 * Whether an event leads over the provider, seen or not: from this state and by this event, some transition shows a page of it.
 */
export const leadsOver = (pack: Pack, flow: Flow, { edge, before }: Happened): boolean =>
  !isAtProvider(pack, before.screen) &&
  edgesOf(flow).some(
    ({ source, event, target }) =>
      source === edge.source && event === edge.event && isAtProvider(pack, screenOf(flow, target)),
  )

/** Whether a touch at this moment registers a new key, or signs in with one: that opens a session. */
export function makesKey(flow: Flow, moment: Moment): boolean {
  const touch = choicesAt(flow, moment).find(({ event }) => flow.events[event]?.key === 'touch')
  return touch !== undefined && send(flow, moment, touch.event)?.signedIn === false
}

/** What was typed at an event: label, value, whether it is a secret, and what the model calls it. */
export function fieldsAt(
  { pack, typed }: ModelWalk,
  { before, key, spec }: Pick<Happened, 'before' | 'key' | 'spec'>,
) {
  const at = (spec.goTo === undefined ? undefined : pack.addresses[spec.goTo]) ?? before.screen
  return Object.entries(typed.get(key) ?? {}).map(([label, value]) => {
    const field = pack.screens[at]?.fields?.find((field) => field.label === label)
    const symbol = spec.fill?.[label]
    return { label, value, isSecret: field ? isSecret(field) : false, holds: field?.holds ?? 'text', symbol }
  })
}

/** The heading and message of the page after an event. */
export function shownAfter(pack: Pack, { after, edge }: Pick<Happened, 'after' | 'edge'>) {
  const { shows } = edge.meta
  return {
    heading: pack.screens[after.screen]?.heading ?? after.screen,
    message: shows === undefined ? undefined : messageOf(pack, after.screen, shows),
  }
}

/** Whether something is pressed that only leads on. */
export const isLink = ({ screens }: Pack, { screen }: Moment, { press, fill }: EventSpec): boolean =>
  fill === undefined && press !== undefined && (screens[screen]?.links ?? []).includes(press)
