import type { Directory, MockIdp } from '@doorstep/mock-idp'
import type { TenantEvent } from '../tenant/events.ts'
import type { Exchange } from '../tenant/exchange.ts'
import type { ProviderDoor, WantedDirectory } from '../tenant/provider-door.ts'
import { accessTo, DEAD_ORIGIN } from './access.ts'
import { AdminCenter } from './admin-center.ts'
import { exchangeAt } from './exchange-at.ts'
import { makeDirectories, wantedOf } from './make-directories.ts'
import { type People, translate } from './translate.ts'

interface Open {
  /** The Entra tenant, then the OpenID provider. */
  directories: Directory[]
  adminCenter: AdminCenter
  people: People
  /** Paths that applications have asked. */
  asked: Set<string>
  /** How far the sandbox's clock is ahead, in ms. */
  clockOffset: number
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
 * publishes what happens there to the sandbox's stream, in order. Directories that the provider kept over a restart are open at once.
 * @param publish appends an event to a sandbox's stream, with the exchange that a request was
 */
export async function openDirectories(
  idp: MockIdp,
  publish: (sandbox: string, event: TenantEvent, exchange?: Exchange) => Promise<unknown>,
): Promise<Directories> {
  const open = new Map<string, Open>()
  const sandboxOf = new Map<string, string>()
  let published: Promise<unknown> = Promise.resolve()

  idp.onEvent((event, whole) => {
    const sandbox = sandboxOf.get(event.directory ?? '')
    const known = sandbox === undefined ? undefined : open.get(sandbox)
    if (sandbox === undefined || !known) return
    if (event.type === 'request' && event.by === 'application') known.asked.add(event.path)
    const exchange = whole && exchangeAt(event, whole, known.clockOffset)
    for (const each of translate(event, known.adminCenter, known.people)) {
      const about = each.kind === 'request' ? exchange : undefined
      published = published.then(() => publish(sandbox, each, about)).catch(onFailure)
    }
  })

  function remember(sandbox: string, entra: Directory, others: Directory[], wanted: WantedDirectory) {
    const { clockOffset = 0 } = entra
    const adminCenter = new AdminCenter({
      isDocumented: (uri) => [wanted.redirectUri, DOCUMENTED_REDIRECT].includes(uri),
      redirectUrisOf: (application) =>
        entra.applications.find((each) => each.id === application)?.web.redirectUris ?? [],
    })
    const directories = [entra, ...others]
    const people = peopleOf(entra, wanted)
    open.set(sandbox, { directories, adminCenter, people, asked: new Set(), clockOffset })
    for (const { id } of directories) sandboxOf.set(id, sandbox)
  }

  const kept = await idp.store.list()
  for (const entra of kept.filter(({ kind }) => kind === 'entra')) {
    const wanted = wantedOf(entra)
    const others = kept.filter(({ kind, realm }) => kind === 'oidc' && realm === entra.realm)
    if (wanted) remember(entra.realm, entra, others, wanted)
  }

  async function close(sandbox: string) {
    for (const { id } of open.get(sandbox)?.directories ?? []) {
      sandboxOf.delete(id)
      await idp.removeDirectory(id)
    }
    open.delete(sandbox)
  }

  return {
    origins: [idp.url, ...(idp.secureUrl ? [idp.secureUrl] : []), DEAD_ORIGIN],
    close,
    isOpen: (sandbox) => open.has(sandbox),
    async open({ id, clockOffset }, wanted) {
      await close(id)
      const made = makeDirectories(id, wanted, clockOffset)
      remember(id, made.entra, [made.oidc], wanted)
      for (const directory of [made.entra, made.oidc]) await idp.addDirectory(directory)
      return accessTo(idp, made, wanted)
    },
    async setClock(sandbox, offset) {
      const known = open.get(sandbox)
      if (known) known.clockOffset = offset
      for (const { id } of known?.directories ?? []) await idp.setClock(id, offset)
    },
    registered(sandbox) {
      const application = open.get(sandbox)?.directories[0]?.applications.at(-1)
      if (!application) return undefined
      return { clientId: application.appId, clientSecret: application.passwordCredentials.at(-1)?.secretText }
    },
    asked: (sandbox) => [...(open.get(sandbox)?.asked ?? [])],
    async misbehave(sandbox, misbehaviour) {
      const known = open.get(sandbox)
      if (!known) throw new Error('This sandbox has no directory any more. Make a new one.')
      for (const { id } of known.directories) await idp.misbehave(id, misbehaviour)
    },
  }
}
