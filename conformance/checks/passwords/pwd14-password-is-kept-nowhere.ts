import type { Bench } from '../bench/bench.ts'
import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { keptIn } from '../bench/kept-in.ts'
import { choosePassword, otherPassword } from '../bench/mailed-passwords.ts'
import { type MailedKind, mailedKinds, sentLink, whyNoLink } from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { defineCheck } from '../check.ts'
import { holdsSecret } from './holds-secret.ts'

export const pwd14 = defineCheck({
  id: 'PWD14',
  title: 'A password that is typed is in no address, in nothing that the browser keeps, and in no mail',
  source: '14.2.1; 14.3.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    address: 'no address that the browser asks for holds the password',
    kept: 'no cookie and no storage of the page holds the password',
    mail: 'no mail holds the password',
  },
  async prove(bench) {
    for (const kind of mailedKinds) if (whyNoLink(bench, kind) === undefined) await proveNowhere(bench, kind)
  },
})

/** At the form for a new password, and at the login that follows. */
async function proveNowhere(bench: Bench, kind: MailedKind) {
  const mailed = bench.role(kind)
  const person = await sentLink(bench, kind)
  await person.perform(mailed.openLink)
  await person.reach(mailed.passwordForm)
  const before = (await person.session.mailbox().mails()).length
  const password = otherPassword(bench)
  await judge(person, password, 'a new one is set', async () => {
    await choosePassword(person, password, mailed.choosePassword)
    await person.settle()
  })
  await person.reach(mailed.done)
  await toPassword(person)
  await judge(person, password, 'it logs in', async () => {
    await enterPassword(person, 'new')
    if (!(await isPastPassword(person))) throw new Unproven('The new password is not accepted.')
  })
  await judgeMails(person, password, before)
}

async function judge(person: Person, password: string, when: string, action: () => Promise<void>) {
  const addresses: string[] = []
  const note = (request: { url(): string }) => addresses.push(request.url())
  const { context } = person.session
  context.on('request', note)
  await action().finally(() => context.off('request', note))
  const naming = addresses.find((url) => holdsSecret(url, password))
  person.bench.claim('address', naming === undefined, `one does, where ${when}: ${naming && pathOf(naming)}`)
  const holder = await keptIn(person, (text) => holdsSecret(text, password))
  person.bench.claim('kept', holder === undefined, `${holder} does, where ${when}`)
}

const pathOf = (url: string) => new URL(url).pathname

/** A mail about the new password may come a moment later. */
async function judgeMails({ session, bench, patience }: Person, password: string, before: number) {
  const mailbox = session.mailbox()
  await poll(async () => (await mailbox.mails()).length > before, patience)
  for (const mail of await mailbox.mails()) {
    const said = [mail.subject, await mail.html(), (await mail.text?.()) ?? '']
    if (!bench.claim('mail', !said.some((text) => holdsSecret(text, password)), `“${mail.subject}” does`))
      return
  }
}
