import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import getPort from 'get-port'
import { runToEnd, startServer } from '../server-process.ts'

export const SENDER = 'n8n@example.com'
const SECONDS = 300

/** What the start hands to the arrangements: headers with which the owner asks. */
export type N8nData = { owner: { cookie: string; 'browser-id': string } }

interface N8nOptions {
  /** Where n8n is installed: the folder that has node_modules. */
  folder: string
  smtp: { host: string; port: number }
}

/**
 * Starts an n8n with a database of its own at the PostgreSQL that `PGHOST`, `PGPORT` and `PGUSER` name, and sets up its owner. The
 * database and its folder are removed at the end.
 * @throws with the last output if it does not start
 */
export async function startN8n({ folder, smtp }: N8nOptions) {
  const command = resolve(folder, 'node_modules', '.bin', 'n8n')
  if (!existsSync(command)) throw new Error(`there is no n8n in ${folder}: install n8n@2.41.1 there`)
  const { PGHOST = '127.0.0.1', PGPORT = '5432', PGUSER = 'postgres', PGPASSWORD = 'none' } = process.env
  const env = { ...process.env, PGHOST, PGPORT, PGUSER }
  const database = `doorstep_n8n_${randomBytes(4).toString('hex')}`
  const own = await mkdtemp(join(tmpdir(), 'doorstep-n8n-'))
  const port = await getPort()
  const url = `http://localhost:${port}`
  const remove = async () => {
    await rm(own, { recursive: true, force: true })
    await runToEnd('dropdb', ['--if-exists', '--force', database], { env })
  }
  await runToEnd('createdb', [database], { env })
  try {
    const end = await startServer(process.execPath, [command, 'start'], {
      url: `${url}/healthz/readiness`,
      seconds: SECONDS,
      cwd: own,
      env: {
        ...env,
        N8N_USER_FOLDER: own,
        DB_TYPE: 'postgresdb',
        DB_POSTGRESDB_HOST: PGHOST,
        DB_POSTGRESDB_PORT: PGPORT,
        DB_POSTGRESDB_DATABASE: database,
        DB_POSTGRESDB_USER: PGUSER,
        DB_POSTGRESDB_PASSWORD: PGPASSWORD,
        N8N_LISTEN_ADDRESS: '127.0.0.1',
        N8N_PORT: `${port}`,
        N8N_RUNNERS_BROKER_PORT: `${await getPort()}`,
        N8N_EDITOR_BASE_URL: url,
        N8N_PASSWORD_MIN_LENGTH: '12',
        N8N_SECURE_COOKIE: 'false',
        N8N_DIAGNOSTICS_ENABLED: 'false',
        N8N_PERSONALIZATION_ENABLED: 'false',
        N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
        N8N_EMAIL_MODE: 'smtp',
        N8N_SMTP_HOST: smtp.host,
        N8N_SMTP_PORT: `${smtp.port}`,
        N8N_SMTP_SSL: 'false',
        N8N_SMTP_STARTTLS: 'false',
        N8N_SMTP_SENDER: SENDER,
      },
    })
    const close = async () => {
      await end()
      await remove()
    }
    return { url: `${url}/signin`, data: { owner: await setUpOwner(url) }, close }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The owner is set up once, and is signed in then. A session belongs to the browser that its id names. */
async function setUpOwner(url: string): Promise<N8nData['owner']> {
  const browser = { 'browser-id': 'the-owner' }
  const response = await fetch(`${url}/rest/owner/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...browser },
    body: JSON.stringify({
      email: 'owner@example.com',
      firstName: 'Ada',
      lastName: 'Harbour',
      password: `A1${randomBytes(12).toString('hex')}`,
    }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`The owner was not set up: ${response.status}`)
  return { cookie, ...browser }
}
