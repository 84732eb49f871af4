import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import getPort from 'get-port'
import { type MovedTime, movedTime } from '../moved-time.ts'
import { startServer } from '../server-process.ts'
import { startFront } from './front.ts'
import { setUp } from './set-up.ts'
import { settingsOf } from './settings.ts'

/** Where Debian's package puts it. */
const SHARE = '/usr/share/glewlwyd'
const TABLES = '/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz'

export type Glewlwyd = MovedTime & {
  /** Opens the interface of the administrator. */
  apiKey: string
}

/**
 * Starts the Glewlwyd of Debian's package `glewlwyd` with an empty database, a one-time code for everybody, and reset by mail, in
 * a folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startGlewlwyd(smtp: { port: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-glewlwyd-'))
  const port = await getPort()
  const behind = await getPort({ exclude: [port] })
  const url = `http://localhost:${port}`
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const files = { database: join(folder, 'glewlwyd.db'), pages: join(folder, 'pages') }
    const database = new DatabaseSync(files.database)
    database.exec(gunzipSync(await readFile(TABLES)).toString())
    database.close()
    await cp(join(SHARE, 'webapp'), files.pages, { recursive: true, dereference: true })
    // Debian has a folder there, which a web server in front fills.
    await rm(join(files.pages, 'config.json'), { recursive: true, force: true })
    await writeFile(join(files.pages, 'config.json'), await pagesOf())
    const settings = join(folder, 'glewlwyd.conf')
    await writeFile(settings, settingsOf(behind, url, files))
    const { env, time } = await movedTime(folder)
    const end = await startServer('glewlwyd', [`--config-file=${settings}`], {
      url: `http://localhost:${behind}/login.html`,
      env: { ...process.env, ...env },
    })
    const front = await startFront(port, `http://localhost:${behind}`)
    const close = async () => {
      await front.close()
      await end()
      await remove()
    }
    const apiKey = await setUp(url, smtp.port)
    const account = encodeURIComponent(`${url}/profile.html`)
    const loginPage = `${url}/login.html?callback_url=${account}&scope=g_profile`
    return { url: loginPage, data: { apiKey, time } satisfies Glewlwyd, close }
  } catch (error) {
    await remove()
    throw error
  }
}

/** What the pages offer: the package's own settings, with a way to a new password, and passwords as long as documented. */
async function pagesOf(): Promise<string> {
  const template = JSON.parse(await readFile(join(SHARE, 'templates', 'config.json'), 'utf8'))
  return JSON.stringify({
    ...template,
    PasswordMinLength: 12,
    lang: ['en'],
    register: [
      {
        name: 'register',
        message: 'login.register-link',
        'reset-credentials-message': 'login.reset-credentials-link',
      },
    ],
  })
}
