import type { EventSpec, Leg, Reading, WhichMail } from './event.ts'
import type { Pack } from './pack.ts'
import type { Field, Screen } from './screen.ts'
import { walk } from './walk.ts'

/** Someone's name and password at the provider. */
export interface Credentials {
  name: string
  password: string
}

/**
 * What an event is done with: one person at one browser. The harness implements it with Playwright, the simulator with the
 * frame that shows the live product. Labels are the documentation's.
 */
export interface Controls {
  /** Says which screen the person sees: labels are looked up there. */
  onScreen(screen: string): void
  /** Opens an address of the pack, by its name. */
  visit(address: string): Promise<void>
  /** Opens the mail of that screen; it stays open until a link is pressed. */
  openMail(screen: string, which: WhichMail): Promise<void>
  /** Types into a field, or chooses in a list, on the screen that is shown. */
  fill(field: Field, value: string): Promise<void>
  /** Presses a button or a link of the screen or the mail that is shown. */
  press(label: string): Promise<void>
  /** Types the value of a symbol where there is such a field, wherever it has to be opened first. */
  fillIfAsked(field: Field, symbol: string): Promise<void>
  /** Whether the page that is shown has something of that name to press. */
  canPress(label: string): Promise<boolean>
  /** What a symbol means here. */
  value(field: Field, symbol: string): Promise<string>
  /** Does something at which the browser asks for the security key, and answers for it. */
  withKey(answer: 'touch' | 'cancel', action: () => Promise<void>): Promise<void>
  /** Moves the product's clock. */
  advanceClock(seconds: number): Promise<void>
  /** The person's name and password at the provider. */
  credentials(): Promise<Credentials>
  /** Signs in on the provider's own pages, however many there are. */
  signInAtProvider(person: Credentials): Promise<void>
  /** Whether the provider asks who it is; `false` once it has let through or refused. */
  isAskedAtProvider(): Promise<boolean>
  /** Whether the product itself demanded, the last time, that the provider asks again. */
  demandsSignIn(): boolean
  /** Does something that makes a further mail of that screen arrive, and waits for it. */
  awaitMail(screen: string, action: () => Promise<void>): Promise<void>
  /** Remembers how many mails of that screen have arrived. */
  markMails(screen: string): Promise<void>
  /** Claims that no mail of that screen has arrived since {@link markMails}. */
  expectNoMail(screen: string): Promise<void>
  /** Keeps a value of the page under a name. */
  keep(name: string, where: Reading): Promise<void>
  /** The participant of the pack with that name, in a separate browser. */
  as(person: string): Promise<Controls>
  /** The same person at another computer, where no one is logged in, for the duration of `action`. */
  elsewhere(action: (controls: Controls) => Promise<void>): Promise<void>
  /** Walks another procedure of the pack, as {@link performLeg} does. */
  walk(leg: Leg): Promise<void>
  /** Called while a procedure is walked as a part of another one: what a product does otherwise in it counts meanwhile. */
  within?(flow: string, action: () => Promise<void>): Promise<void>
  /** Sees the page as it is now. */
  reload(): Promise<void>
  /** How often an event has been performed with these controls. */
  timesDone(event: string): number
  /** Something worth telling that is no failure. */
  note(text: string): void
  /**
   * Called before an event is done once more. Gets the person back to its screen where the product has sent them elsewhere; answers
   * `false` where it lets them come back no more.
   */
  comeBack?(): Promise<boolean>
}

/** What is performed, and where. */
export interface Performance {
  pack: Pack
  /** Id of the screen that the person sees. */
  screen: string
  event: EventSpec
}

/**
 * Performs an event: opens its address or mail, moves the clock, fills in, and presses. The caller observes the result.
 * @throws whatever the controls throw when something is missing
 */
export async function perform({ pack, screen, event }: Performance, controls: Controls): Promise<void> {
  const own = event.as ? await controls.as(event.as) : controls
  own.onScreen(screen)
  const described = () => doDescribed(pack, screen, event, own)
  await (event.does ? event.does(own, described) : described())
  for (const [name, where] of Object.entries(event.keeps ?? {})) await own.keep(name, where)
}

async function doDescribed(pack: Pack, at: string, event: EventSpec, controls: Controls) {
  const { goTo, wait, sends, leg, press, mail = 'newest' } = event
  if (goTo) await controls.visit(goTo)
  if (wait) await controls.advanceClock(wait)
  if (leg) await performLeg(pack, leg, controls)
  if (event.at === 'mail' && press) {
    await controls.openMail(mailWith(pack, press, at), mail)
    return controls.press(press)
  }
  const screen = screenOf(pack, at)
  const once = () => fillAndPress(screen, event, controls)
  const all = async () => {
    for (let n = 0; n < (event.times ?? 1); n++) {
      if (n > 0 && (await controls.comeBack?.()) === false) return
      await once()
    }
  }
  return sends ? controls.awaitMail(sends, all) : all()
}

async function fillAndPress(screen: Screen, { fill = {}, press, key }: EventSpec, controls: Controls) {
  const fields = Object.entries(fill).map(([label, symbol]) => ({ field: fieldOf(screen, label), symbol }))
  if (screen.words === 'any' && fields.length > 0) {
    const [name = '', password = ''] = await Promise.all(
      fields.map(({ field, symbol }) => controls.value(field, symbol)),
    )
    return controls.signInAtProvider({ name, password })
  }
  for (const { field, symbol } of fields) await controls.fill(field, await controls.value(field, symbol))
  if (!press) return
  await (key ? controls.withKey(key, () => controls.press(press)) : controls.press(press))
}

/**
 * Walks a procedure from its beginning to the end of these events.
 * @throws when the flow does not allow them in that order
 */
export async function performLeg(pack: Pack, { flow: id, given, from, events }: Leg, controls: Controls) {
  const flow = flowOf(pack, id)
  if (from) await controls.visit(from)
  const names = events.filter((event) => typeof event === 'string')
  const moments = walk(flow, given ?? Object.keys(flow.givens)[0] ?? '', names)
  if (moments.length <= names.length)
    throw new Error(`${id} has no way ${names.join(' → ')}: correct the leg that names it.`)
  const performAll = async () => {
    let n = 0
    for (const each of events) {
      if (typeof each === 'function') {
        await each(controls)
        continue
      }
      const event = flow.events[each]
      if (event) await perform({ pack, screen: moments[n]?.screen ?? '', event }, controls)
      n++
    }
  }
  await (controls.within?.(id, performAll) ?? performAll())
}

const screenOf = ({ id, screens }: Pack, screen: string): Screen => {
  const found = screens[screen]
  if (!found) throw new Error(`The pack ${id} has no screen "${screen}".`)
  return found
}

/** @throws when the screen has no such field */
export function fieldOf({ heading, fields = [] }: Screen, label: string): Field {
  const field = fields.find((field) => field.label === label)
  if (!field) throw new Error(`The screen “${heading}” has no field “${label}”.`)
  return field
}

/** @throws when the pack has no such flow, with the flows there are */
export function flowOf({ id, flows }: Pack, flow: string) {
  const found = flows.find((one) => one.id === flow)
  if (found) return found
  throw new Error(
    `The pack ${id} has no flow "${flow}". Its flows are: ${flows.map((f) => f.id).join(', ')}.`,
  )
}

/** The mail that has a button or a link of that label: the one that is shown, if it has. */
export function mailWith(pack: Pack, label: string, shown?: string): string {
  const has = ([, { kind, buttons = [], links = [] }]: [string, Screen]) =>
    kind === 'mail' && [...buttons, ...links].includes(label)
  const mails = Object.entries(pack.screens).filter(has)
  const mail = mails.find(([id]) => id === shown) ?? mails[0]
  if (!mail) throw new Error(`The pack ${pack.id} has no mail with a button or a link “${label}”.`)
  return mail[0]
}
