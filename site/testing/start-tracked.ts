import { packs } from '@doorstep/machines'
import { startMockIdp } from '@doorstep/mock-idp'
import { parse } from 'node-html-parser'
import { flowOf } from '../../machines/model/perform.ts'
import { observe, startTrack, type Track } from '../../machines/model/track.ts'
import { type Browser, browser, type Page } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import { openDirectories } from '../directories/open-directories.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { tenantPack } from '../products.ts'
import { observationOf } from '../simulator/live/observation-of.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import { publish } from '../tenant/publish.ts'
import { startTenant } from '../tenant/start-tenant.ts'
import { eventsAfter } from '../tenant/store/events.ts'
import { openStore } from '../tenant/store/open-store.ts'
import { ControlClient } from '../tenant/testing/control-client.ts'
import { Hands } from '../tenant/testing/hands.ts'
import { bring, onward } from '../tenant/testing/provider.ts'
import { type Seen, Visitor } from '../tenant/testing/visitor.ts'

function thePack() {
  const pack = packs.find(({ id }) => id === tenantPack)
  if (!pack) throw new Error(`There is no pack ${tenantPack}.`)
  return pack
}

/** Where a tracker is, in short: "log-in: password (followed)". */
export const where = ({ fit, positions: [{ flow, moment }] }: Track) => `${flow.id}: ${moment.state} (${fit})`

/** The real tenant with its mail server and its provider in this process, and trackers that follow its sandboxes. */
export async function startTracked() {
  const store = await openStore({ folder: ':memory:' })
  const mailbox = await startMailbox({ port: 0, ...keepMail(store) })
  const idp = await startMockIdp()
  const directories = openDirectories(idp, (sandbox, event) => publish(store, sandbox, event))
  const tenant = await startTenant({
    port: 0,
    store,
    smtp: { host: '127.0.0.1', port: mailbox.port },
    allowedProviders: directories.origins,
    entraAuthority: idp.url,
    provider: directories,
  })
  const pack = thePack()

  /** A person in a fresh sandbox, whom a tracker follows along a flow. */
  async function person(flow: string, given: string) {
    const control = await ControlClient.create(tenant.url, { given })
    const { id, url, email, password = '', provider } = control.made
    if (!provider) throw new Error('The sandbox has no provider.')
    const visitor = new Visitor(tenant.url, url)
    const there = browser()
    const events = () => eventsAfter(store.db, id, 0)
    const acts = async () => (await events()).flatMap((event) => (event.kind === 'act' ? [event] : []))
    const nothing: Seen = { status: 0, path: '', screen: '', says: '', html: '' }
    const hands = new Hands(visitor, nothing, acts)
    return {
      ...{ control, email, password, provider, hands },
      /** Opens an address below the tenant link, or a whole one. */
      async open(address: string) {
        hands.seen = await visitor.open(address)
      },
      /** Follows a link of a mail, by the number of the mail. */
      async follow(label: string, mail: number) {
        hands.seen = await visitor.open(await control.link(label, mail))
      },
      press: async (label: string, typed?: Record<string, string>) => void (await hands.press(label, typed)),
      /** The address is entered, something is done on the provider's first page, and the answer is brought back. */
      async atProvider(deed: (there: Browser, page: Page, stopAt: string) => Promise<Page>) {
        await hands.press('Continue', { 'Email address': email })
        if (hands.seen.screen !== 'on-to-your-provider') return
        const first = await there.open(onward(hands.seen).href, provider.redirectUri)
        const page = first.status === 0 ? first : await deed(there, first, provider.redirectUri)
        hands.seen =
          page.status === 0
            ? await bring(visitor, provider.redirectUri, { url: page.url })
            : { ...nothing, html: page.html }
      },
      /** The address is entered, and the provider signs in. Where that fails, its page is the last. */
      logInBySso() {
        const account = { name: provider.user, password: provider.password }
        return this.atProvider((there, page, stopAt) => signInAt(there, page.url, stopAt, account))
      },
      misbehave: (misbehaviour: string) =>
        control.call('/provider/misbehaviour', { method: 'PUT', body: JSON.stringify({ misbehaviour }) }),
      /** Uses anything that is at hand, as a number chooses: the page, a mail, an address, or the clock. */
      async doAnything(choice: number) {
        const page = parse(hands.seen.html)
        const labels = page
          .querySelectorAll('button, a[href]')
          .map((each) => each.text.replace(/\s+/g, ' ').trim())
        const mails = await Promise.all((await control.mails()).map(({ n }) => control.mail(n)))
        const links = mails.flatMap(({ n, links }) => links.map(({ label }) => ({ n, label })))
        const pick = <T>(things: readonly T[]): T | undefined => things[choice % things.length]
        const link = pick(links)
        const label = pick(labels.filter(Boolean))
        const typed = { 'Email address': [email, `x${email}`], Password: [password, 'a guess'] }
        const filled = Object.fromEntries(Object.entries(typed).map(([field, of]) => [field, pick(of) ?? '']))
        const secret = pick(['eleven quiet windows', 'short'])
        if (choice % 10 === 0 && link) return this.follow(link.label, link.n)
        if (choice % 23 === 0) return control.advance(36 * 60 * 60 * 1000)
        if (choice % 17 === 0 || !label) return this.open(pick(['/', '/dashboard']) ?? '/')
        await hands.press(label, {
          ...filled,
          'New password': secret ?? '',
          'Re-enter new password': secret ?? '',
        })
      },
      acts,
      /** What a tracker makes of everything that the stream has told so far; the provider is told of a little later. */
      async track(): Promise<Track> {
        const start = startTrack(pack, flowOf(pack, flow), given)
        return (await events()).reduce((track, event) => {
          const observation = observationOf(event)
          return observation ? observe(track, observation) : track
        }, start)
      },
    }
  }

  return {
    pack,
    idp,
    person,
    async close() {
      await tenant.close()
      await idp.close()
      await mailbox.close()
      await store.close()
    },
  }
}
