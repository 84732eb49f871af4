import type { Leg, Reading, WhichMail } from '../../machines/model/event.ts'
import { type Controls, type Credentials, performLeg } from '../../machines/model/perform.ts'
import type { Field } from '../../machines/model/screen.ts'
import { nearest } from '../page/label.ts'
import { allPressable } from '../page/menus.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { addressOf } from './address.ts'
import { openUnled } from './early.ts'
import { fill, NotThere } from './find.ts'
import { valueFor } from './known.ts'
import { BLANK, comesAnother, mailsOf, openMail, waitForMails } from './mail.ts'
import { fillAtTarget, isNoMail, pressAtTarget } from './overrides.ts'
import { isAsked, signInAtProvider } from './provider-pages.ts'
import { readValue } from './read-value.ts'
import { Session } from './session.ts'

/** Performs events with Playwright: one person, at one browser, at a target. */
export class SessionControls implements Controls {
  readonly session: Session
  readonly #person: string | undefined
  /** Where labels are looked up: the screen that is shown, or the mail. */
  #screen: string
  /** The product may not lead to the screen by itself. */
  #isNew = false

  constructor(session: Session, screen: string, person?: string) {
    this.session = session
    this.#screen = screen
    this.#person = person
  }

  onScreen(screen: string): void {
    this.#isNew ||= screen !== this.#screen
    this.#screen = screen
  }

  async #arrive(): Promise<void> {
    if (!this.#isNew) return
    this.#isNew = false
    await openUnled(this.session, this.#screen)
  }

  async visit(address: string): Promise<void> {
    const { page, pack, settling, patience } = this.session
    await page.goto(addressOf(this.session, address), { waitUntil: 'domcontentloaded' })
    await settling.settled(patience)
    this.#screen = pack.addresses[address] ?? this.#screen
    this.#isNew = false
  }

  async openMail(screen: string, which: WhichMail): Promise<void> {
    this.#screen = screen
    const { page, arranged, settling, patience } = this.session
    if (!isNoMail(this.session, screen)) await openMail(this.session, screen, which === 'older' ? 1 : 0)
    else if (page.url() === BLANK) {
      // Without a mail, people begin at the tenant link.
      await page.goto(arranged.url)
      await settling.settled(patience)
    }
  }

  async fill({ label, holds }: Field, value: string): Promise<void> {
    await this.#arrive()
    if (holds === 'password') await this.session.mailed?.begin()
    await fillAtTarget(this.session, this.#screen, label, value)
    if (holds === 'new-password') this.session.choosePassword(value)
  }

  async press(label: string): Promise<void> {
    await this.#arrive()
    const { settling, patience } = this.session
    await pressAtTarget(this.session, this.#screen, label)
    await settling.settled(patience)
  }

  async fillIfAsked(field: Field, symbol: string): Promise<void> {
    const { page, patience } = this.session
    const more = page.locator('summary').filter({ hasText: field.label.split(' ').at(-1) ?? field.label })
    if (await more.first().isVisible()) await more.first().click()
    const { fields } = await takeSnapshot(page)
    if (nearest(field.label, fields)) await fill(page, field.label, await this.value(field, symbol), patience)
  }

  async canPress(label: string): Promise<boolean> {
    return nearest(label, await allPressable(this.session.page)) !== undefined
  }

  async value(field: Field, symbol: string): Promise<string> {
    const { mailed, beginAnew, notes } = this.session
    if (field.holds === 'one-time-code' && symbol === 'right' && mailed?.isOvertaken && (await beginAnew?.()))
      notes.add('the login starts over: another one may have made its mailed code void')
    return valueFor(this.session, field, symbol)
  }

  async withKey(answer: 'touch' | 'cancel', action: () => Promise<void>): Promise<void> {
    const { key, account } = this.session
    if (answer === 'cancel') return key.whileCancelling(action)
    await key.whileTouching(action, account.securityKey)
  }

  async advanceClock(seconds: number): Promise<void> {
    const { arranged, target } = this.session
    if (!arranged.clock.advance) throw new Error(`${target.name} has no clock that can be moved.`)
    await arranged.clock.advance(seconds)
  }

  async credentials(): Promise<Credentials> {
    return this.session.cast.credentialsOf(this.#person)
  }

  signInAtProvider(person: Credentials): Promise<void> {
    return signInAtProvider(this.session, person)
  }

  isAskedAtProvider(): Promise<boolean> {
    return isAsked(this.session)
  }

  demandsSignIn(): boolean {
    return this.session.demandsSignIn
  }

  async awaitMail(screen: string, action: () => Promise<void>): Promise<void> {
    const before = await mailsOf(this.session, screen)
    const began = Date.now()
    await action()
    await waitForMails(this.session, screen, before.length + 1, began)
  }

  async markMails(screen: string): Promise<void> {
    this.session.mailsBefore.set(screen, (await mailsOf(this.session, screen)).length)
  }

  async expectNoMail(screen: string): Promise<void> {
    const before = this.session.mailsBefore.get(screen) ?? 0
    if (await comesAnother(this.session, screen, before))
      throw new NotThere('a mailbox without a new mail', `a mail “${this.session.screen(screen).heading}”`)
  }

  async keep(name: string, where: Reading): Promise<void> {
    this.session.cast.keep(name, await readValue(this.session, where))
  }

  async as(person: string): Promise<Controls> {
    return new SessionControls(await this.session.cast.join(person), this.#screen, person)
  }

  async elsewhere(action: (controls: Controls) => Promise<void>): Promise<void> {
    const { context, target, pack, arranged, app, watch } = this.session
    const browser = context.browser()
    if (!browser) throw new Error('A second session needs a browser that can open a second context.')
    const other = await browser.newContext()
    try {
      await action(
        new SessionControls(await Session.open(other, target, pack, arranged, { app, watch }), this.#screen),
      )
    } finally {
      await other.close()
    }
  }

  walk(leg: Leg): Promise<void> {
    return performLeg(this.session.pack, leg, this)
  }

  async within(flow: string, action: () => Promise<void>): Promise<void> {
    const { leg } = this.session
    this.session.leg = flow
    await action().finally(() => {
      this.session.leg = leg
    })
  }

  async reload(): Promise<void> {
    await this.session.page.reload()
  }

  timesDone(event: string): number {
    return this.session.done.filter((one) => one === event).length
  }

  note(text: string): void {
    this.session.notes.add(text)
  }

  async comeBack(): Promise<boolean> {
    return (await this.session.comeBack?.()) ?? true
  }
}
