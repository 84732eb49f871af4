import type { Leg, Reading, WhichMail } from '../../../machines/model/event.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { type Controls, type Credentials, perform, performLeg } from '../../../machines/model/perform.ts'
import type { Field } from '../../../machines/model/screen.ts'
import { placeOf } from '../../../machines/model/track.ts'
import { makeValue, type Values } from '../../../machines/model/values.ts'
import { type Chair, HOLDER } from './chair.ts'
import type { Frame } from './frame.ts'
import type { Knowledge } from './knowledge.ts'
import { type LiveMail, linkIn, mailsOf } from './mails.ts'
import type { Control } from './sandbox.ts'
import type { LiveSession } from './session.ts'
import { isAskedToSignIn, signIn } from './sign-in.ts'
import { noteTyped } from './typing.ts'
import { wayBack } from './way-back.ts'

/** Milliseconds by which a mail that must not come would have come. */
const LONG_ENOUGH = 500

/** What events are performed with. */
export interface LiveParts {
  pack: Pack
  values: Values
  control: Control
  frame: Frame
  session: LiveSession
  knowledge: Knowledge
  chair: Chair
  /** What the security key does when it is asked next. */
  answerKey(answer: 'touch' | 'cancel'): void
  /** Tells the reader something. */
  say(text: string): void
}

/** Performs events in the frame that shows the live product, and with what lies around it. */
export class FrameControls implements Controls {
  readonly #parts: LiveParts
  readonly #person: string
  /** The mail that is open. */
  #mail: LiveMail | undefined
  /** How many mails of a screen there were at the last count. */
  readonly #marked = new Map<string, number>()
  #answersKey: 'touch' | 'cancel' | undefined

  constructor(parts: LiveParts, person: string = HOLDER) {
    this.#parts = parts
    this.#person = person
  }

  /** A page knows its labels. */
  onScreen(): void {}

  async visit(address: string): Promise<void> {
    await this.#parts.frame.visit(this.#parts.knowledge.address(address))
  }

  async openMail(screen: string, which: WhichMail): Promise<void> {
    const { pack, session } = this.#parts
    const nth = which === 'older' ? 1 : 0
    const found = () => mailsOf(pack, screen, session.state.mails)[nth]
    await session.until(() => found() !== undefined)
    this.#mail = found()
    if (!this.#mail) throw new Error(`There is no ${nth > 0 ? 'older ' : ''}mail “${this.#subject(screen)}”.`)
  }

  async fill(field: Field, value: string): Promise<void> {
    const { frame } = this.#parts
    const { page } = frame
    await frame.fill(field.label, value)
    if (frame.page === page) await noteTyped(this.#parts, field.label, value)
  }

  async press(label: string): Promise<void> {
    const { frame, session } = this.#parts
    if (this.#mail) return this.#follow(this.#mail, label)
    if (this.#answersKey !== 'cancel') {
      await frame.press(label)
      return
    }
    // The page stays, and says that the key was not used.
    const before = session.state.events.length
    await frame.press(label, { stays: true })
    await session.until(({ events }) => events.slice(before).some(({ kind }) => kind === 'act'))
  }

  async #follow(mail: LiveMail, label: string) {
    this.#mail = undefined
    const href = linkIn(mail, label)
    if (!href) throw new Error(`The mail “${mail.subject}” has no link “${label}”.`)
    await this.#parts.frame.visit(href)
  }

  async fillIfAsked(field: Field, symbol: string): Promise<void> {
    const { fields } = await this.#parts.frame.look()
    if (fields.some(({ label }) => label === field.label))
      await this.fill(field, await this.value(field, symbol))
  }

  async canPress(label: string): Promise<boolean> {
    return (await this.#parts.frame.look()).press.includes(label)
  }

  value(field: Field, symbol: string): Promise<string> {
    const { values, knowledge } = this.#parts
    return makeValue(values, field, symbol, knowledge.of(this.#person))
  }

  async withKey(answer: 'touch' | 'cancel', action: () => Promise<void>): Promise<void> {
    this.#answersKey = answer
    this.#parts.answerKey(answer)
    try {
      await action()
    } finally {
      this.#answersKey = undefined
    }
  }

  async advanceClock(seconds: number): Promise<void> {
    await this.#parts.control.advance(seconds * 1000)
    await this.#parts.session.caughtUp()
  }

  async credentials(): Promise<Credentials> {
    return this.#parts.knowledge.credentialsOf(this.#person)
  }

  async signInAtProvider(person: Credentials): Promise<void> {
    await signIn(this.#parts.frame, person)
    this.#parts.chair.signedIn(this.#person)
  }

  isAskedAtProvider(): Promise<boolean> {
    return isAskedToSignIn(this.#parts.frame)
  }

  /** The bundled product never does. */
  demandsSignIn(): boolean {
    return false
  }

  async awaitMail(screen: string, action: () => Promise<void>): Promise<void> {
    const before = this.#count(screen)
    await action()
    if (!(await this.#parts.session.until(() => this.#count(screen) > before)))
      throw new Error(`No mail “${this.#subject(screen)}” has arrived.`)
  }

  async markMails(screen: string): Promise<void> {
    this.#marked.set(screen, this.#count(screen))
  }

  async expectNoMail(screen: string): Promise<void> {
    const before = this.#marked.get(screen) ?? this.#count(screen)
    if (await this.#parts.session.until(() => this.#count(screen) > before, LONG_ENOUGH))
      throw new Error(`A mail “${this.#subject(screen)}” has arrived.`)
    this.#parts.say(`No mail “${this.#subject(screen)}” has arrived.`)
  }

  async keep(name: string, where: Reading): Promise<void> {
    const { terms, columns } = await this.#parts.frame.look()
    const [label, value] =
      'term' in where ? [where.term, terms[where.term]] : [where.column, columns[where.column]]
    if (value === undefined) throw new Error(`The page has no value “${label}”.`)
    this.#parts.knowledge.keep(name, value)
  }

  async as(person: string): Promise<Controls> {
    await this.#parts.chair.take(person)
    return new FrameControls(this.#parts, person)
  }

  /** The frame is the only computer there is: afterwards, the person is taken back to where they were. */
  async elsewhere(action: (controls: Controls) => Promise<void>): Promise<void> {
    const { frame, session, knowledge } = this.#parts
    const address = frame.page?.url
    const { track } = session.state
    const { flow } = track.positions[0]
    const { moment } = placeOf(track, track.positions[0])
    const events = await session.elsewhere(async () => {
      await action(new FrameControls(this.#parts, this.#person))
      if (address) await frame.visit(address)
      const shown = frame.page?.screen ?? ''
      if (!address || shown === moment.screen) return
      const way = wayBack(flow, moment, shown)
      if (!way) throw new Error('There is no way back to where you were: start over.')
      for (const { event, screen } of way) {
        const spec = flow.events[event]
        if (spec) await perform({ pack: this.#parts.pack, screen, event: spec }, this)
      }
    })
    knowledge.keepElsewhere(events)
  }

  walk(leg: Leg): Promise<void> {
    return performLeg(this.#parts.pack, leg, this)
  }

  async reload(): Promise<void> {
    const { frame } = this.#parts
    if (frame.page) await frame.visit(frame.page.url)
  }

  timesDone(event: string): number {
    return this.#parts.session.state.track.own.walk.filter((one) => one === event).length
  }

  note(text: string): void {
    this.#parts.say(text)
  }

  #count(screen: string): number {
    return mailsOf(this.#parts.pack, screen, this.#parts.session.state.mails).length
  }

  #subject(screen: string): string {
    return this.#parts.pack.screens[screen]?.heading ?? screen
  }
}
