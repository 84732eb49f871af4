import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { startServer } from '../server-process.ts'

export type FlaskSecurity = {
  /** Adds people. */
  apiKey: string
}

/**
 * Starts [a small app](app.py) on the Flask-Security of Debian's package with an empty database, in a folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startFlaskSecurity(smtp: { port: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-flask-security-'))
  const port = await getPort()
  const url = `http://localhost:${port}/login`
  const apiKey = randomBytes(20).toString('hex')
  const app = fileURLToPath(new URL('app.py', import.meta.url))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const end = await startServer('/usr/bin/python3', [app], {
      url,
      env: {
        ...process.env,
        PORT: `${port}`,
        SMTP_PORT: `${smtp.port}`,
        API_KEY: apiKey,
        DATABASE: join(folder, 'people.db'),
      },
    })
    const close = async () => {
      await end()
      await remove()
    }
    return { url, data: { apiKey } satisfies FlaskSecurity, close }
  } catch (error) {
    await remove()
    throw error
  }
}
