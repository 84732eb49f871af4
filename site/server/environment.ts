import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)

const schema = z.object({
  /** Port of the site; 0 takes any free one, and so do the others then. */
  PORT: port.default(4321),
  TENANT_PORT: port.optional(),
  IDP_PORT: port.optional(),
  IDP_TLS_PORT: port.optional(),
  SMTP_PORT: port.optional(),
  /** Where the store lies; `:memory:` keeps nothing. */
  DATA_DIR: z.string().min(1).default('data'),
})

/** What the environment settles: ports, and the folder of the store. */
export interface Environment {
  sitePort: number
  tenantPort: number
  idpPort: number
  idpTlsPort: number
  smtpPort: number
  dataFolder: string
}

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
    const [issue] = read.error.issues
    const name = String(issue?.path[0])
    const wanted = name === 'DATA_DIR' ? 'the path of a folder' : 'a number from 0 to 65535'
    throw new EnvironmentError(`${name}=${env[name]} can’t be used: set ${name} to ${wanted}.`)
  }
  const { PORT, TENANT_PORT, IDP_PORT, IDP_TLS_PORT, SMTP_PORT, DATA_DIR } = read.data
  const above = (distance: number) => (PORT === 0 ? 0 : PORT + distance)
  return {
    sitePort: PORT,
    tenantPort: TENANT_PORT ?? above(1),
    idpPort: IDP_PORT ?? above(2),
    idpTlsPort: IDP_TLS_PORT ?? above(3),
    smtpPort: SMTP_PORT ?? above(4),
    dataFolder: DATA_DIR,
  }
}
