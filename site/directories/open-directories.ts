import type { Directory, IdpEvent, MockIdp, WholeExchange } from '@doorstep/mock-idp'
import type { TenantEvent } from '../tenant/events.ts'
import type { Exchange } from '../tenant/exchange.ts'
import type { ProviderDoor, WantedDirectory } from '../tenant/provider-door.ts'
import { accessTo, DEAD_ORIGIN } from './access.ts'
import { AdminCenter } from './admin-center.ts'
import { exchangeAt } from './exchange-at.ts'
import { makeDirectories, wantedOf } from './make-directories.ts'
import { type People, translate } from './translate.ts'

interface Open {
  entra: Directory
  oidc: Directory
  adminCenter: AdminCenter
  people: People
}

export interface Directories extends ProviderDoor {
  /** Origins that the tenant must be allowed to ask. */
  origins: string[]
}

/** Register-entra-app.4: the redirect address of the real product. Each sandbox has a different one. */
const DOCUMENTED_REDIRECT = 'https://auth.netwrix.com/login/callback'

/** The sandbox is made for the first of the people. */
function peopleOf({ users }: Directory, { people: [, ...others] }: WantedDirectory): People {
  const is = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase()
  return {
    isUser: (name) => users.map((user) => user.userPrincipalName).some(is(name)),
    isAdministrator: (name) => users.some((user) => user.administrator && is(name)(user.userPrincipalName)),
    isInvited: (name) => others.some(is(name)),
  }
}

const onFailure = (error: unknown) =>
  console.error(`What happened at the provider could not be published to its sandbox: ${String(error)}`)

/**
 * Gives each sandbox a separate Entra tenant and OpenID provider at the bundled provider, in the sandbox's time, and
 * publishes what happens there to the sandbox's stream, in order. The provider's store says which sandboxes have one: this process may
 * have begun a moment ago, and others may use the same store.
 * @param publish appends an event to a sandbox's stream, with the exchange that a request was
 */
export function openDirectories(
  idp: MockIdp,
  publish: (sandbox: string, event: TenantEvent, exchange?: Exchange) => Promise<unknown>,
): Directories {
  const known = new Map<string, Open>()
  let published: Promise<unknown> = Promise.resolve()

  /** The directories of a sandbox. Another process may have made them. */
  async function find(sandbox: string): Promise<Open | undefined> {
    const oidc = await idp.store.get(sandbox)
    const wanted = oidc && wantedOf(oidc)
    const entra = wanted && (await idp.store.findByDomain(oidc.domains[0] ?? '', sandbox))
    if (!entra) {
      known.delete(sandbox)
      return undefined
    }
    const here = known.get(sandbox)
    if (here?.entra === entra) return here
    const adminCenter = new AdminCenter({
      isDocumented: (uri) => [wanted.redirectUri, DOCUMENTED_REDIRECT].includes(uri),
      redirectUrisOf: (application) =>
        entra.applications.find((each) => each.id === application)?.web.redirectUris ?? [],
    })
    const opened = { entra, oidc, adminCenter, people: peopleOf(entra, wanted) }
    known.set(sandbox, opened)
    return opened
  }

  async function tell(event: IdpEvent, whole: WholeExchange | undefined): Promise<void> {
    const directory = event.directory === undefined ? undefined : await idp.store.get(event.directory)
    const opened = directory && (await find(directory.realm))
    if (!opened) return
    const exchange = whole && exchangeAt(event, whole, opened.entra.clockOffset ?? 0)
    for (const each of translate(event, opened.adminCenter, opened.people))
      await publish(directory.realm, each, each.kind === 'request' ? exchange : undefined)
  }

  idp.onEvent((event, whole) => {
    published = published.then(() => tell(event, whole)).catch(onFailure)
  })

  async function close(sandbox: string) {
    const opened = await find(sandbox)
    known.delete(sandbox)
    for (const { id } of opened ? [opened.entra, opened.oidc] : []) await idp.removeDirectory(id)
  }

  async function eachOf(sandbox: string, change: (id: string) => Promise<void>) {
    const opened = await find(sandbox)
    for (const { id } of opened ? [opened.entra, opened.oidc] : []) await change(id)
    return opened !== undefined
  }

  return {
    origins: [idp.url, ...(idp.secureUrl ? [idp.secureUrl] : []), DEAD_ORIGIN],
    close,
    isOpen: async (sandbox) => (await find(sandbox)) !== undefined,
    async open({ id, clockOffset }, wanted) {
      await close(id)
      const made = makeDirectories(id, wanted, clockOffset)
      for (const directory of [made.entra, made.oidc]) await idp.addDirectory(directory)
      return accessTo(idp, made, wanted)
    },
    async setClock(sandbox, offset) {
      await eachOf(sandbox, (id) => idp.setClock(id, offset))
    },
    async registered(sandbox) {
      const application = (await find(sandbox))?.entra.applications.at(-1)
      if (!application) return undefined
      return { clientId: application.appId, clientSecret: application.passwordCredentials.at(-1)?.secretText }
    },
    settled: async () => void (await published),
    async misbehave(sandbox, misbehaviour) {
      if (!(await eachOf(sandbox, (id) => idp.misbehave(id, misbehaviour))))
        throw new Error('This sandbox has no directory any more. Make a new one.')
    },
  }
}
