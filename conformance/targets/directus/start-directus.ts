import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { StartedProvider } from '../profile/functions.ts'
import { runToEnd, startServer } from '../server-process.ts'

export const ADMIN_EMAIL = 'admin@example.com'
export const MAIL_FROM = 'directus@example.com'

export interface DirectusOptions {
  /** Where Directus is installed: the folder that has node_modules. */
  folder: string
  /** Folder of the Node version that it was installed for, if this process runs another. */
  node?: string | undefined
  port: number
  smtp: { host: string; port: number }
  provider: StartedProvider
  /** Role of people who come by single sign-on. */
  role: string
}

/**
 * Starts a Directus with an empty SQLite database, in a folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startDirectus(options: DirectusOptions) {
  const command = resolve(options.folder, 'node_modules', '.bin', 'directus')
  if (!existsSync(command))
    throw new Error(`there is no Directus in ${options.folder}: install directus@11.17.4 there`)
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-directus-'))
  const url = `http://localhost:${options.port}`
  const password = randomBytes(12).toString('base64url')
  await writeFile(join(folder, '.env'), settings(folder, url, password, options))
  const environment = {
    cwd: folder,
    env: {
      ...process.env,
      PATH: [options.node && resolve(options.node), process.env.PATH].filter(Boolean).join(delimiter),
    },
  }
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await runToEnd(command, ['bootstrap'], environment)
    const end = await startServer(command, ['start'], { ...environment, url: `${url}/server/ping` })
    const close = async () => {
      await end()
      await remove()
    }
    return { url, password, close }
  } catch (error) {
    await remove()
    throw error
  }
}

/** With the version that is installed in a folder, if there is one. */
export function nameOf(folder: string | undefined): string {
  const file = resolve(folder ?? '', 'node_modules', 'directus', 'package.json')
  if (!folder || !existsSync(file)) return 'Directus'
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return `Directus ${version}`
}

/** Where the provider sends people back to. */
export const redirectUriAt = (port: number) => `http://localhost:${port}/auth/login/mock/callback`

function settings(folder: string, url: string, password: string, options: DirectusOptions) {
  const { port, smtp, provider, role } = options
  const variables = {
    HOST: '127.0.0.1',
    PORT: port,
    PUBLIC_URL: url,
    KEY: randomUUID(),
    SECRET: randomBytes(32).toString('hex'),
    DB_CLIENT: 'sqlite3',
    DB_FILENAME: join(folder, 'data.db'),
    ADMIN_EMAIL,
    ADMIN_PASSWORD: password,
    TELEMETRY: false,
    // Browsers take such a cookie from this machine without TLS, too.
    SESSION_COOKIE_SECURE: true,
    SESSION_COOKIE_NAME: '__Host-directus',
    RATE_LIMITER_ENABLED: false,
    PRESSURE_LIMITER_ENABLED: false,
    PASSWORD_RESET_URL_ALLOW_LIST: `${url}/admin/reset-password`,
    USER_INVITE_URL_ALLOW_LIST: `${url}/admin/accept-invite`,
    EMAIL_TRANSPORT: 'smtp',
    EMAIL_SMTP_HOST: smtp.host,
    EMAIL_SMTP_PORT: smtp.port,
    EMAIL_SMTP_SECURE: false,
    EMAIL_SMTP_IGNORE_TLS: true,
    EMAIL_FROM: MAIL_FROM,
    AUTH_PROVIDERS: 'mock',
    AUTH_MOCK_DRIVER: 'openid',
    AUTH_MOCK_CLIENT_ID: provider.clientId,
    AUTH_MOCK_CLIENT_SECRET: provider.clientSecret,
    AUTH_MOCK_ISSUER_URL: provider.discoveryUrl,
    AUTH_MOCK_IDENTIFIER_KEY: 'email',
    AUTH_MOCK_ALLOW_PUBLIC_REGISTRATION: true,
    AUTH_MOCK_DEFAULT_ROLE_ID: role,
    AUTH_MOCK_LABEL: 'Mock',
  }
  return Object.entries(variables)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('')
}
