import { type Flow, givenOf } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf, mailWith } from '../../../machines/model/perform.ts'
import { begin, choicesAt, type Moment } from '../../../machines/model/walk.ts'
import { splitChoices } from '../walk/choices.ts'
import type { Happened } from './happened.ts'

/** A mail that has arrived. */
export interface Arrived {
  /** Id of its screen in the pack. */
  screen: string
  /** How many of its kind came before it. */
  n: number
  /** Its link has worked. */
  used: boolean
  /** Whose it is, by the name of the note that has the address; absent where it is the holder's. */
  to?: string
}

/**
 * The mails that have arrived, the newest first. A mail comes when an event sends it; one that no event sends is there as
 * soon as its link can be followed.
 */
export function mailboxAt(
  pack: Pack,
  start: { flow: Flow; moment: Moment },
  happened: readonly Happened[],
): Arrived[] {
  const mails: Arrived[] = []
  const of = (screen: string) => mails.filter((mail) => mail.screen === screen)
  const deliver = (screen: string, to: string | undefined) =>
    mails.unshift({ screen, n: of(screen).length, used: false, ...(to === undefined ? {} : { to }) })
  const expect = (flow: Flow, moment: Moment) => {
    for (const { screen, count, to } of wantedAt(pack, flow, moment))
      while (of(screen).length < count) deliver(screen, to)
  }
  expect(start.flow, start.moment)
  for (const { flow, spec, edge, before, after } of happened) {
    if (spec.at === 'mail' && spec.press !== undefined && spec.mail !== 'older' && !edge.meta.refused) {
      const opened = of(mailWith(pack, spec.press, before.screen))[0]
      if (opened) opened.used = true
    }
    const sent = edge.meta.sends ?? spec.sends
    if (sent) deliver(sent, spec.sendsTo)
    expect(flow, after)
  }
  return mails
}

interface Wanted {
  screen: string
  count: number
  to?: string | undefined
}

/** The mails whose links can be followed at a moment, how many of each there must be for that, and whose they are. */
function wantedAt(pack: Pack, flow: Flow, moment: Moment): Wanted[] {
  return choicesAt(flow, moment).flatMap(({ event }) => {
    const { at, press, mail, leg, as } = flow.events[event] ?? { at: 'screen' }
    if (leg) {
      const other = flowOf(pack, leg.flow)
      const to = as && pack.participants?.[as]?.name
      return wantedAt(pack, other, begin(other, givenOf(other, leg))).map((one) => ({ to, ...one }))
    }
    if (at !== 'mail' || press === undefined) return []
    return [{ screen: mailWith(pack, press, moment.screen), count: mail === 'older' ? 2 : 1 }]
  })
}

/** The mail that the next documented event opens, and what is pressed in it; of a whole procedure, its first. */
export function nextInMail(
  pack: Pack,
  { flow, moments }: { flow: Flow; moments: readonly Moment[] },
): { screen: string; press: string; isOlder: boolean } | undefined {
  const at = moments.length - 1
  const now = moments[at]
  const spec = flow.events[splitChoices(flow, moments, at).documented[0]?.event ?? '']
  if (!spec || !now) return undefined
  if (spec.leg) {
    const other = flowOf(pack, spec.leg.flow)
    return nextInMail(pack, { flow: other, moments: [begin(other, givenOf(other, spec.leg))] })
  }
  if (spec.at !== 'mail' || spec.press === undefined) return undefined
  return {
    screen: mailWith(pack, spec.press, now.screen),
    press: spec.press,
    isOlder: spec.mail === 'older',
  }
}

/** What is true of a mail among those that have arrived, as an observation says it. Another person's makes none older. */
export const wasOf = (mails: readonly Arrived[], mail: Arrived): string[] => [
  mails.some(({ screen, n, to }) => screen === mail.screen && to === mail.to && n > mail.n)
    ? 'older'
    : 'newest',
  ...(mail.used ? ['used'] : []),
]
