import nodemailer from 'nodemailer'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { type Found, nothingFound, type Suspect, untilItFails } from './suspect.ts'

/** Mails that are kept for a sandbox; after that many it takes another one. */
const MANY = 200

/** Sends numbered mails; one that the mail server has taken is there once. */
export class Mailing implements Suspect {
  readonly #at: Addresses
  #control: ControlClient | undefined
  #sent: string[] = []

  constructor(at: Addresses) {
    this.#at = at
  }

  async act(): Promise<void> {
    const sender = nodemailer.createTransport({
      host: '127.0.0.1',
      port: this.#at.smtpPort,
      ignoreTLS: true,
      pool: true,
    })
    await untilItFails(async () => {
      if (this.#sent.length > MANY) await this.#dropFullOne()
      this.#control ??= await ControlClient.create(this.#at.tenant)
      const subject = `Mail ${this.#sent.length + 1}`
      await sender.sendMail({ from: 'a@b.example', to: this.#control.made.email, subject, text: subject })
      this.#sent.push(subject)
    })
    sender.close()
  }

  /** Nobody looks at it any more, even if the server is killed before it answers; and there is room for so many only. */
  async #dropFullOne(): Promise<void> {
    const full = this.#control
    this.#control = undefined
    this.#sent = []
    await full?.call('', { method: 'DELETE' })
  }

  async look(): Promise<Found> {
    const found = nothingFound()
    if (!this.#control) return found
    found.acknowledged = this.#sent.length
    const kept = await this.#kept()
    if (!kept) {
      found.lost.push(...this.#sent)
      this.#control = undefined
      return found
    }
    for (const subject of this.#sent) if (!kept.includes(subject)) found.lost.push(subject)
    for (const subject of new Set(kept))
      if (subject.startsWith('Mail ') && kept.filter((each) => each === subject).length > 1)
        found.double.push(subject)
    // The one that was on its way may have come: its number is not used again.
    this.#sent = kept.filter((subject) => subject.startsWith('Mail '))
    return found
  }

  /** Subjects of what is there; undefined where even the sandbox is gone. */
  async #kept(): Promise<string[] | undefined> {
    const answer = await this.#control?.call('/mails')
    if (!answer?.ok) return undefined
    return ((await answer.json()) as { subject: string }[]).map(({ subject }) => subject)
  }
}
