import { isIP } from 'node:net'
import { z } from 'zod'
import { readTrustedProxies, type TrustedProxies } from '../caller.ts'

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((n) => n <= 65_535)

const origin = z
  .string()
  .refine((typed) => {
    const url = URL.parse(typed)
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  })
  .transform((typed) => new URL(typed).origin)

const proxies = z.string().transform((typed, { addIssue }) => {
  const read = readTrustedProxies(typed)
  if (read !== undefined) return read
  addIssue('names no proxies')
  return z.NEVER
})

/** `pg` takes more, such as paths of sockets, that nothing here was tried with. */
const database = z.string().refine((typed) => {
  const url = URL.parse(typed)
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.host !== '' && url.pathname.length > 1
})

const name = z.union([z.hostname(), z.ipv4(), z.ipv6()])

const schema = z.object({
  /** Port of the site; 0 takes any free one, and so do the others then. */
  PORT: port.default(4321),
  TENANT_PORT: port.optional(),
  IDP_PORT: port.optional(),
  IDP_TLS_PORT: port.optional(),
  SMTP_PORT: port.optional(),
  /** Where the store lies; `:memory:` keeps nothing. */
  DATA_DIR: z.string().min(1).default('data'),
  /** A PostgreSQL database for the rows; without it they are in the folder. */
  DATABASE_URL: database.optional(),
  /** The interface that the site, the tenant and the provider listen on. */
  HOST: name.default('localhost'),
  /** The interface that the mail server listens on. */
  SMTP_HOST: name.default('127.0.0.1'),
  /** Where people open the site, the tenant and the provider. */
  SITE_URL: origin.optional(),
  TENANT_URL: origin.optional(),
  IDP_URL: origin.optional(),
  /** Which proxies are believed when they say on whose behalf they ask. */
  TRUST_PROXY: proxies.default(0),
  /** Whether browsers are told to use TLS from now on: it can't be taken back for a year. */
  HSTS: z.enum(['on', 'off']).default('off'),
  MAX_SANDBOXES: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .default(500),
  /** What a trainer needs to create a class. */
  TRAINER_KEY: z.string().min(12).max(200).optional(),
})

type Variable = keyof z.infer<typeof schema>

const PORT_WANTED = 'a number from 0 to 65535'
const INTERFACE_WANTED = 'a host name or an IP address of this machine, such as 0.0.0.0'
const ADDRESS_WANTED = 'a whole address without a path, such as https://doorstep.example'

const wanted: Record<Variable, string> = {
  PORT: PORT_WANTED,
  TENANT_PORT: PORT_WANTED,
  IDP_PORT: PORT_WANTED,
  IDP_TLS_PORT: PORT_WANTED,
  SMTP_PORT: PORT_WANTED,
  DATA_DIR: 'the path of a folder',
  DATABASE_URL:
    'the address of a PostgreSQL database, such as postgres://user:password@localhost:5432/doorstep',
  HOST: INTERFACE_WANTED,
  SMTP_HOST: INTERFACE_WANTED,
  SITE_URL: ADDRESS_WANTED,
  TENANT_URL: ADDRESS_WANTED,
  IDP_URL: ADDRESS_WANTED,
  TRUST_PROXY:
    'the number of proxies in front of it (0 to 9), or their addresses, such as loopback or 10.0.0.0/8,192.0.2.7',
  HSTS: 'on or off',
  MAX_SANDBOXES: 'a number from 1 to 999999',
  TRAINER_KEY: '12 to 200 characters',
}

/** What is not repeated where logs are kept. */
const SECRET: readonly Variable[] = ['TRAINER_KEY', 'DATABASE_URL']

/** What the environment settles: ports, interfaces, public addresses, and the folder of the store. */
export interface Environment {
  sitePort: number
  tenantPort: number
  idpPort: number
  idpTlsPort: number
  smtpPort: number
  dataFolder: string
  /** `postgres://…`; absent: SQLite in the folder. */
  databaseUrl?: string
  host: string
  smtpHost: string
  /** Origins under which people reach the parties; absent: `localhost` and the port. */
  siteUrl?: string
  tenantUrl?: string
  idpUrl?: string
  trustProxy: TrustedProxies
  hsts: boolean
  maxSandboxes: number
  trainerKey?: string
}

/** The environment can't be used; the message names the variable and what it must be. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  readonly code = 'bad-environment'
}

/**
 * Reads and checks the environment. The tenant listens one port above the site, the provider two and (with TLS) three, the mail
 * server four.
 * @throws {EnvironmentError} naming the variable and what it must be
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const read = schema.safeParse(env)
  if (!read.success) {
    const variable = String(read.error.issues[0]?.path[0]) as Variable
    const value = SECRET.includes(variable) ? '…' : env[variable]
    throw new EnvironmentError(`${variable}=${value} can’t be used: set ${variable} to ${wanted[variable]}.`)
  }
  const { PORT, HOST, SITE_URL, TENANT_URL, IDP_URL } = read.data
  const above = (distance: number) => (PORT === 0 ? 0 : PORT + distance)
  const ports = {
    PORT,
    TENANT_PORT: read.data.TENANT_PORT ?? above(1),
    IDP_PORT: read.data.IDP_PORT ?? above(2),
    IDP_TLS_PORT: read.data.IDP_TLS_PORT ?? above(3),
    SMTP_PORT: read.data.SMTP_PORT ?? above(4),
  }
  requirePorts(ports, env)
  requireAddresses(HOST, { SITE_URL, TENANT_URL, IDP_URL })
  const { DATA_DIR, DATABASE_URL } = read.data
  if (DATABASE_URL && DATA_DIR === ':memory:')
    throw new EnvironmentError(
      'DATA_DIR=:memory: keeps no key for the secrets in DATABASE_URL: set DATA_DIR to the path of a folder.',
    )
  return {
    sitePort: PORT,
    tenantPort: ports.TENANT_PORT,
    idpPort: ports.IDP_PORT,
    idpTlsPort: ports.IDP_TLS_PORT,
    smtpPort: ports.SMTP_PORT,
    dataFolder: DATA_DIR,
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    host: HOST,
    smtpHost: read.data.SMTP_HOST,
    ...(SITE_URL && { siteUrl: SITE_URL }),
    ...(TENANT_URL && { tenantUrl: TENANT_URL }),
    ...(IDP_URL && { idpUrl: IDP_URL }),
    trustProxy: read.data.TRUST_PROXY,
    hsts: read.data.HSTS === 'on',
    maxSandboxes: read.data.MAX_SANDBOXES,
    ...(read.data.TRAINER_KEY && { trainerKey: read.data.TRAINER_KEY }),
  }
}

/** A port that nothing set is counted from PORT, so that it may be too high; and no two may be the same. */
function requirePorts(ports: Record<string, number>, env: NodeJS.ProcessEnv): void {
  const seen = new Map<number, string>()
  for (const [variable, port] of Object.entries(ports)) {
    if (port > 65_535)
      throw new EnvironmentError(
        `PORT=${env.PORT} leaves no port for ${variable}, which would be ${port}: set PORT to a lower one, or set ${variable}.`,
      )
    const other = seen.get(port)
    if (port !== 0 && other !== undefined)
      throw new EnvironmentError(
        `${other} and ${variable} are both ${port}: set one of them to another port.`,
      )
    seen.set(port, variable)
  }
}

/** Whether only this machine reaches what listens there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Where this machine reaches what listens on an interface: all of them are no address. */
export const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)

/** Whether others than this machine reach it: directly, or through a proxy at a public address. */
export function isPublic({
  host,
  ...urls
}: Pick<Environment, 'host' | 'siteUrl' | 'tenantUrl' | 'idpUrl'>): boolean {
  const addresses = [urls.siteUrl, urls.tenantUrl, urls.idpUrl].filter((url) => url !== undefined)
  return [host, ...addresses.map((url) => bare(new URL(url).hostname))].some((name) => !isLoopback(name))
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/** Mailed links, security keys and sign-ins are bound to addresses, which can't be guessed from an interface. */
function requireAddresses(host: string, addresses: Record<string, string | undefined>): void {
  const missing = Object.entries(addresses).flatMap(([variable, url]) =>
    url === undefined ? [variable] : [],
  )
  if (isLoopback(host) || missing.length === 0) return
  throw new EnvironmentError(
    `HOST=${host} opens Doorstep to the network, and ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} not set: set each to the address that people open, such as ${missing[0]}=https://doorstep.example.`,
  )
}
