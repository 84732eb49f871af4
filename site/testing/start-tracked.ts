import { packs } from '@doorstep/machines'
import { startMockIdp } from '@doorstep/mock-idp'
import { flowOf } from '../../machines/model/perform.ts'
import { observe, startTrack, type Track } from '../../machines/model/track.ts'
import { type Browser, browser, type Page } from '../../mock-idp/clients/browser.ts'
import { signInAt } from '../../mock-idp/clients/sign-in.ts'
import { openDirectories } from '../directories/open-directories.ts'
import { startMailbox } from '../mailbox/start-mailbox.ts'
import { tenantPack } from '../products.ts'
import { observationOf } from '../simulator/live/observation-of.ts'
import { resync } from '../simulator/live/perform-event.ts'
import { keepMail } from '../tenant/keep-mail.ts'
import { publish } from '../tenant/publish.ts'
import { startTenant } from '../tenant/start-tenant.ts'
import { eventsAfter } from '../tenant/store/events.ts'
import { openStore } from '../tenant/store/open-store.ts'
import { ControlClient } from '../tenant/testing/control-client.ts'
import { PageDriver } from '../tenant/testing/page-driver.ts'
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
  const directories = openDirectories(idp, (sandbox, ...told) => publish(store, sandbox, ...told))
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
    const events = (after: number) => eventsAfter(store.db, id, after)
    const acts = async () => (await events(0)).flatMap((event) => (event.kind === 'act' ? [event] : []))
    let tracked = startTrack(pack, flowOf(pack, flow), given)
    let followed = 0
    const nothing: Seen = { status: 0, path: '', screen: '', says: '', html: '' }
    const driver = new PageDriver(visitor, nothing, acts)
    return {
      ...{ control, email, password, provider, driver, there },
      /** Opens an address below the tenant link, or a whole one. */
      async open(address: string) {
        driver.seen = await visitor.open(address)
      },
      /** Follows a link of a mail, by the number of the mail. */
      async follow(label: string, mail: number) {
        driver.seen = await visitor.open(await control.link(label, mail))
      },
      press: async (label: string, typed?: Record<string, string>) => void (await driver.press(label, typed)),
      /** The address is entered, something is done on the provider's first page, and the answer is brought back. */
      async atProvider(action: (there: Browser, page: Page, stopAt: string) => Promise<Page>) {
        await driver.press('Continue', { 'Email address': email })
        if (driver.seen.screen !== 'on-to-your-provider') return
        const first = await there.open(onward(driver.seen).href, provider.redirectUri)
        const page = first.status === 0 ? first : await action(there, first, provider.redirectUri)
        driver.seen =
          page.status === 0
            ? await bring(visitor, provider.redirectUri, { url: page.url })
            : { ...nothing, html: page.html }
      },
      /** The address is entered, and the provider signs in. Where that fails, its page is the last. */
      logInBySso() {
        const account = { name: provider.user, password: provider.password }
        return this.atProvider((there, page, stopAt) => signInAt(there, page.url, stopAt, account))
      },
      /** From the page that leads on to the provider: signs in there, or cancels. */
      async signInThere(isRight: boolean) {
        const account = { name: provider.user, password: provider.password }
        const first = await there.open(onward(driver.seen).href, provider.redirectUri)
        const page =
          first.status === 0
            ? first
            : isRight
              ? await signInAt(there, first.url, provider.redirectUri, account)
              : await there.post(first.url, { do: 'cancel' }, provider.redirectUri)
        driver.seen =
          page.status === 0
            ? await bring(visitor, provider.redirectUri, { url: page.url })
            : { ...nothing, html: page.html }
      },
      misbehave: (misbehaviour: string) =>
        control.call('/provider/misbehaviour', { method: 'PUT', body: JSON.stringify({ misbehaviour }) }),
      acts,
      /** What a tracker makes of the page that is shown, where the stream did not tell of it. */
      resync() {
        const { screen, path: url } = driver.seen
        const page = { source: 'doorstep-tenant', type: 'page', url, title: '', screen, status: 200 } as const
        resync(
          { isAtProduct: screen !== '', page },
          {
            state: { track: tracked },
            observe(observation) {
              tracked = observe(tracked, observation)
            },
          },
        )
      },
      /**
       * What a tracker makes of everything that the stream has published so far; the provider's events follow a little
       * later.
       */
      async track(): Promise<Track> {
        for (const event of await events(followed)) {
          followed = event.n
          const observation = observationOf(event)
          if (observation) tracked = observe(tracked, observation)
        }
        return tracked
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

/** A person in a sandbox, followed by a tracker. */
export type TrackedPerson = Awaited<ReturnType<Awaited<ReturnType<typeof startTracked>>['person']>>
