import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Clock } from './clock.ts'
import type { Directory } from './directory/types.ts'
import { type ExtraRoute, handle, loadAuthorities } from './front.ts'
import { closeOf } from './http/close.ts'
import type { Embedding } from './http/embedding.ts'
import type { Exchange } from './http/exchange.ts'
import { knowsHost } from './http/known-host.ts'
import { serverLimits, withRoom } from './http/limits.ts'
import { listen } from './http/listen.ts'
import { sendHtml } from './http/respond.ts'
import { localCertificate } from './keys/certificate.ts'
import { cookieKeys } from './keys/cookie-keys.ts'
import type { IdpEvent } from './log/events.ts'
import { homePage } from './look/home-page.ts'
import { type MockIdp, mockIdp } from './mock-idp.ts'
import { issuers } from './provider/issuers.ts'
import { makeProviderState } from './provider-state.ts'
import type { DirectoryStore } from './store/directories.ts'
import { folderKeys } from './store/folder-keys.ts'
import { type IdpStore, memoryStore } from './store/store.ts'

export interface MockIdpOptions {
  /** The port for http; 0 takes a free one (the default). */
  port?: number
  /** Also serve https on this port (0: a free one), with a certificate made here for localhost and further names. */
  https?: { port: number; names?: string[] }
  /** The interface to listen on. Default: 127.0.0.1. */
  host?: string
  /**
   * The address under which clients know the provider, if there is a proxy in front of it. Without a trailing slash.
   */
  publicUrl?: string
  directories?: Directory[]
  /**
   * Keeps directories, registered applications, sessions, tokens and keys over restarts, as `sqliteStore` does; the caller closes
   * it after the provider. Default: in memory.
   */
  store?: IdpStore
  /** A folder for the certificate and, without a store, the signing keys, the same over restarts. */
  dataFolder?: string
  /** Simulated time in ms. Default: the machine's time. */
  clock?: Clock
  onEvent?: (event: IdpEvent) => void
  /** A site that may show the pages in a frame. Default: none. */
  embedding?: Embedding
  /**
   * Further names by which clients may call the provider. Without them: localhost and what is below it, any IP address, the
   * machine's name, and the names of the public address and the certificate.
   */
  hosts?: string[]
  /** Addresses are those by which a caller came (its Host header), with the same scheme. Default: `publicUrl`, or localhost. */
  addressByHost?: boolean
  /** Opens the control API under `/_control`, for requests that send this as a bearer token. */
  controlToken?: string
  /** Origins of pages whose scripts may call the control API. Default: none. */
  controlOrigins?: string[]
  /** How many directories the control API keeps for each class; default: 200. */
  directoryLimit?: number
  /** Lists the directories at `/`, for when the provider runs alone. */
  frontDoor?: boolean
}

/** A client that connects and does not go on holds a close up no longer. */
const HANDSHAKE_MS = 5_000

/** Without the scheme's own port, which clients would leave out where they compare issuers. */
const localOrigin = (scheme: string, port: number) => new URL(`${scheme}://localhost:${port}`).origin

/** Lists the directories that the provider was started with: those of sandboxes are nobody else's business. */
async function home({ path, res, base }: Exchange, listed: string[], store: DirectoryStore) {
  if (path !== '/') return false
  const directories = await store.list()
  sendHtml(
    res,
    200,
    homePage(
      base,
      directories.filter(({ id }) => listed.includes(id)),
    ),
  )
  return true
}

/** Adds the directories of the options. What was changed since in one that is kept stays, unless its configuration is another. */
async function addConfigured(store: DirectoryStore, directories: Directory[]) {
  for (const directory of directories) {
    const kept = await store.get(directory.id)
    const isSame = kept?.revision !== undefined && kept.revision === directory.revision
    if (!isSame) await store.put(directory)
  }
}

/** Starts a provider and answers once it listens. Rejects as Node does when a port is taken (EADDRINUSE). */
export async function startMockIdp(options: MockIdpOptions = {}): Promise<MockIdp> {
  const {
    port = 0,
    host = '127.0.0.1',
    https,
    publicUrl,
    dataFolder,
    controlToken,
    frontDoor = false,
  } = options
  if (dataFolder !== undefined) await mkdir(dataFolder, { recursive: true })
  const store = options.store ?? memoryStore(dataFolder === undefined ? undefined : folderKeys(dataFolder))
  await addConfigured(store.directories, options.directories ?? [])
  const state = makeProviderState({
    clock: options.clock ?? Date.now,
    store,
    cookieKeys: await cookieKeys(store.keys),
    embedding: options.embedding,
  })
  if (options.onEvent) state.events.subscribe(options.onEvent)

  const running = issuers(state)
  const initial = structuredClone(options.directories ?? [])
  const extra: ExtraRoute[] = frontDoor
    ? [
        (exchange) =>
          home(
            exchange,
            initial.map(({ id }) => id),
            store.directories,
          ),
      ]
    : []
  let answerControl: ExtraRoute = async () => false
  const bases = { http: '', https: '' }
  const hosts = [
    ...(options.hosts ?? []),
    ...(https?.names ?? []),
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
  ]
  const isKnown = knowsHost(hosts)
  const baseFor = (scheme: keyof typeof bases, { headers: { host } }: IncomingMessage) =>
    options.addressByHost && isKnown(host) ? new URL(`${scheme}://${host}`).origin : bases[scheme]
  const listener = (scheme: keyof typeof bases) => (req: IncomingMessage, res: ServerResponse) =>
    void handle(req, res, {
      state,
      issuers: running,
      base: baseFor(scheme, req),
      knowsHost: isKnown,
      control: (exchange) => answerControl(exchange),
      extra,
    })

  const certificate = https ? await localCertificate(dataFolder, https.names) : undefined
  const server = withRoom(createServer(serverLimits, listener('http')))
  const closes = [closeOf(server)]
  const ending = new AbortController()
  const close = async () => {
    ending.abort()
    await Promise.all(closes.map((close) => close()))
  }
  const listening = await listen(server, port, host)
  bases.http = publicUrl ?? localOrigin('http', listening)
  if (https && certificate) {
    const { key, cert } = certificate
    const secure = withRoom(
      createTlsServer({ ...serverLimits, key, cert, handshakeTimeout: HANDSHAKE_MS }, listener('https')),
    )
    const taken = await listen(secure, https.port, host).catch(async (error) => {
      await close()
      throw error
    })
    closes.push(closeOf(secure))
    bases.https = localOrigin('https', taken)
  }
  const addresses = {
    url: bases.http,
    secureUrl: bases.https || undefined,
    certificateFile: certificate?.file,
    close,
  }
  const idp = mockIdp(state, running, addresses, initial)
  const { controlOrigins: origins = [], directoryLimit: limit = 200 } = options
  if (controlToken !== undefined)
    answerControl = async (exchange) => {
      if (!exchange.path.startsWith('/_control/')) return false
      const { control } = await import('./control/control.ts')
      return control(exchange, { idp, state, ending: ending.signal, token: controlToken, origins, limit })
    }
  // While the first client is on its way.
  setImmediate(() => void loadAuthorities().catch(() => undefined))
  return idp
}
