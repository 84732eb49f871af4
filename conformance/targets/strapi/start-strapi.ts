import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import getPort from 'get-port'
import { movedTime } from '../moved-time.ts'
import { startServer } from '../server-process.ts'

export const MAIL_FROM = 'strapi@example.com'
/** Attempts to log in to one account in five minutes, right ones included: ten, as the documentation has it. Strapi's own is 5. */
export const ATTEMPTS = 10
export const ATTEMPTS_WITHIN = 5 * 60

export interface StrapiOptions {
  /** Where Strapi is installed and its admin panel built: the folder that has node_modules and build. */
  folder: string
  /** The Node that it was installed for, if this process runs another. */
  node?: string | undefined
  smtp: { host: string; port: number }
}

/**
 * Starts a Strapi with an empty SQLite database, in a folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startStrapi({ folder, node = process.execPath, smtp }: StrapiOptions) {
  const command = resolve(folder, 'node_modules/@strapi/strapi/bin/strapi.js')
  if (!existsSync(command) || !existsSync(resolve(folder, 'build')))
    throw new Error(`there is no Strapi in ${folder}, or no admin panel: run "npx strapi build" there`)
  const app = await mkdtemp(join(tmpdir(), 'doorstep-strapi-'))
  const remove = () => rm(app, { recursive: true, force: true })
  try {
    const port = await getPort()
    const url = `http://localhost:${port}`
    for (const name of ['node_modules', 'build', 'package.json'])
      await symlink(resolve(folder, name), join(app, name))
    for (const [file, settings] of configuration(url, port, smtp)) {
      await mkdir(dirname(join(app, file)), { recursive: true })
      await writeFile(join(app, file), settings)
    }
    const { env: moved, time } = await movedTime(app)
    const env = { ...process.env, ...moved, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' }
    const end = await startServer(node, [command, 'start'], { cwd: app, env, url: `${url}/admin/init` })
    const close = async () => {
      await end()
      await remove()
    }
    return { url, time, close }
  } catch (error) {
    await remove()
    throw error
  }
}

/** With the version that is installed in a folder, if there is one. */
export function nameOf(folder: string | undefined): string {
  const file = resolve(folder ?? '', 'node_modules/@strapi/strapi/package.json')
  if (!folder || !existsSync(file)) return 'Strapi'
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return `Strapi ${version}`
}

/** The files of its project: all that is set beside the usual is where it runs, its mail, and how many attempts there are. */
function configuration(url: string, port: number, smtp: { host: string; port: number }) {
  const secret = () => randomBytes(24).toString('base64url')
  const settings = {
    server: { host: '127.0.0.1', port, url, app: { keys: [secret(), secret()] } },
    admin: {
      auth: { secret: secret() },
      apiToken: { salt: secret() },
      transfer: { token: { salt: secret() } },
      secrets: { encryptionKey: secret() },
      rateLimit: { max: ATTEMPTS, interval: { sec: ATTEMPTS_WITHIN } },
      flags: { nps: false, promoteEE: false },
    },
    database: {
      connection: { client: 'sqlite', connection: { filename: 'data.db' }, useNullAsDefault: true },
    },
    plugins: {
      email: {
        config: {
          provider: 'nodemailer',
          providerOptions: { ...smtp, ignoreTLS: true },
          settings: { defaultFrom: MAIL_FROM, defaultReplyTo: MAIL_FROM },
        },
      },
    },
    middlewares: ['errors', 'security', 'cors', 'query', 'body', 'session', 'favicon', 'public'].map(
      (name) => `strapi::${name}`,
    ),
  }
  const files = Object.entries(settings).map(([name, value]): [string, string] => [
    `config/${name}.js`,
    `module.exports = ${JSON.stringify(value)}\n`,
  ])
  return new Map([...files, ['src/index.js', 'module.exports = {}\n'], ['public/uploads/.gitkeep', '']])
}
