import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { startServer } from '../server-process.ts'

/** Where Debian's package puts it. */
const FOLDER = '/usr/share/redmine'
const SECONDS = 240

export type Redmine = {
  /** Opens the interface of the administrator, and the clock. */
  apiKey: string
}

type At = { url: string; data: Redmine }

/** Without it, people would wait half a minute for each code, and a day for a link to expire. */
export const clock = {
  now: (at: At) => askClock(at),
  async advance(seconds: number, at: At) {
    await askClock(at, { method: 'POST', body: `${Math.ceil(seconds)}` })
  },
}

async function askClock({ url, data }: At, request: RequestInit = {}): Promise<number> {
  const headers = { 'x-redmine-api-key': data.apiKey }
  const answer = await fetch(new URL('/clock', url), { ...request, headers })
  if (!answer.ok) throw new Error(`the clock answers ${answer.status}`)
  return (await answer.json()) as number
}

/**
 * Starts the Redmine of Debian's packages `redmine`, `redmine-sqlite` and `puma` with an empty database, in a folder that is
 * removed at the end.
 * @throws with the last output if it does not start
 */
export async function startRedmine(smtp: { port: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-redmine-'))
  const port = await getPort()
  const url = `http://localhost:${port}`
  const apiKey = randomBytes(20).toString('hex')
  const rackup = fileURLToPath(new URL('redmine.ru', import.meta.url))
  const args = ['--bind', `tcp://127.0.0.1:${port}`, '--threads', '8:8', '--environment', 'production']
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const end = await startServer('puma', [...args, rackup], {
      url: `${url}/login`,
      seconds: SECONDS,
      cwd: FOLDER,
      env: {
        ...process.env,
        DATABASE_URL: `sqlite3:${join(folder, 'redmine.db')}?timeout=10000`,
        SECRET_KEY_BASE: randomBytes(64).toString('hex'),
        RAILS_ENV: 'production',
        PORT: `${port}`,
        SMTP_PORT: `${smtp.port}`,
        ADMIN_API_KEY: apiKey,
      },
    })
    const close = async () => {
      await end()
      await remove()
    }
    return { url: `${url}/login`, data: { apiKey }, close }
  } catch (error) {
    await remove()
    throw error
  }
}
