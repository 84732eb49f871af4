import type { SsoMethod } from '../rules/sso-settings.ts'
import type { Tenant } from '../tenant.ts'

/** The pane as it was typed. */
export interface TypedSettings {
  method: SsoMethod
  clientId: string
  discoveryUrl: string
  directoryId: string
  /** Domain of the Administrator's own address. */
  domain: string
}

interface Settings {
  client_id: string
  discovery_url: string | null
  directory_id: string | null
}

/** What an address of metadata turned out to be. */
export type Discovery = 'right' | 'malformed' | 'dead' | 'other-issuer'

/** What is wrong, and at which field; `discovery` is there where a discovery address was typed and read. */
type Read = { discovery?: Discovery } & ({ settings: Settings } | { at: string; wrong: string })

const WELL_KNOWN = '.well-known/openid-configuration'

/** Judges the pane field by field, and stops at the first that is wrong. */
export async function readSettings(tenant: Tenant, typed: TypedSettings): Promise<Read> {
  const { rules } = tenant
  const id = rules.readClientId(typed.clientId, typed.method)
  if ('wrong' in id) return { at: 'client-id', wrong: id.wrong }
  const directory = rules.readDirectoryId(typed.directoryId)
  if ('wrong' in directory) return { at: 'directory-id', wrong: directory.wrong }
  const read = await (typed.method === 'entra-id' ? readEntra : readOpenid)(
    tenant,
    typed,
    directory.directoryId,
  )
  if ('wrong' in read) return read
  const { found, ...rest } = read
  return { ...rest, settings: { client_id: id.clientId, ...found } }
}

type Found = { discovery?: Discovery } & (
  | { found: Omit<Settings, 'client_id'> }
  | { at: string; wrong: string }
)

/** Configure-sso-oidc.6. The directory, if given, replaces Entra's `/common`. */
async function readOpenid(tenant: Tenant, typed: TypedSettings, directory_id: string | null): Promise<Found> {
  const at = 'discovery-url'
  const url = tenant.rules.readDiscoveryUrl(typed.discoveryUrl)
  if ('wrong' in url)
    return { ...(typed.discoveryUrl.trim() === '' ? {} : { discovery: 'malformed' }), at, wrong: url.wrong }
  const discovery_url =
    directory_id === null
      ? url.discoveryUrl
      : url.discoveryUrl.replace(/\/(common|organizations)\/v2\.0\//, `/${directory_id}/v2.0/`)
  const fault = await faultOf(tenant, discovery_url)
  if (fault) return { discovery: fault.because, at, wrong: fault.wrong }
  return { discovery: 'right', found: { discovery_url, directory_id } }
}

/**
 * Configure-sso-entra.5 asks for the Client ID alone. Entra knows directories by their domains too, so the Administrator's
 * own address tells which; where it doesn't, the setting is saved as documented and waits for the Directory (tenant) ID.
 */
async function readEntra(
  tenant: Tenant,
  { domain }: TypedSettings,
  directory: string | null,
): Promise<Found> {
  const addressOf = (id: string) => `${tenant.entraAuthority}/${id}/v2.0/${WELL_KNOWN}`
  const directory_id = directory ?? (await directoryOf(tenant, addressOf(domain)))
  if (directory_id === undefined) return { found: { discovery_url: null, directory_id: null } }
  const discovery_url = addressOf(directory_id)
  const fault = await faultOf(tenant, discovery_url)
  if (fault) return { at: 'directory-id', wrong: fault.wrong }
  return { found: { discovery_url, directory_id } }
}

/** The id of the directory that a domain belongs to, as its metadata name it. */
async function directoryOf(tenant: Tenant, address: string): Promise<string | undefined> {
  const found = await tenant.rules.fetchDiscovery(address, tenant.outgoing)
  if ('wrong' in found) return undefined
  const id = /\/([^/]+)\/v2\.0$/.exec(found.metadata.issuer)?.[1] ?? ''
  const read = tenant.rules.readDirectoryId(id)
  return 'directoryId' in read ? (read.directoryId ?? undefined) : undefined
}

type Fault = { because: 'dead' | 'other-issuer'; wrong: string }

/** Answers what is wrong with a provider's address, if anything. */
async function faultOf({ rules, outgoing }: Tenant, discoveryUrl: string): Promise<Fault | undefined> {
  const found = await rules.fetchDiscovery(discoveryUrl, outgoing)
  if ('wrong' in found) return { because: 'dead', wrong: found.wrong }
  const wrong = rules.checkIssuer({ discoveryUrl, issuer: found.metadata.issuer })
  return wrong ? { because: 'other-issuer', wrong } : undefined
}
