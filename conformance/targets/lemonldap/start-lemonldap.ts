import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { startServer } from '../server-process.ts'
import { configurationOf, iniOf } from './settings.ts'

const FOLDERS = ['sessions/lock', 'psessions/lock', 'cache']

export type Lemonldap = {
  /** The SQLite database of the users. */
  database: string
}

/**
 * Starts the portal of Debian's package `lemonldap-ng` with an empty database, in a folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startLemonldap(smtp: { host: string; port: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-lemonldap-'))
  const port = await getPort()
  const url = `http://localhost:${port}`
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    for (const name of FOLDERS) await mkdir(join(folder, name), { recursive: true })
    const database = join(folder, 'users.db')
    createTables(database)
    const configuration = configurationOf({ folder, database, url, smtp })
    await writeFile(join(folder, 'lmConf-1.json'), JSON.stringify(configuration))
    const ini = join(folder, 'lemonldap-ng.ini')
    await writeFile(ini, iniOf(folder))
    const app = fileURLToPath(new URL('portal.psgi', import.meta.url))
    const end = await startServer('starman', ['--listen', `127.0.0.1:${port}`, '--workers', '4', app], {
      url,
      env: { ...process.env, LLNG_DEFAULTCONFFILE: ini },
    })
    const close = async () => {
      await end()
      await remove()
    }
    return { url, data: { database } satisfies Lemonldap, close }
  } catch (error) {
    await remove()
    throw error
  }
}

function createTables(path: string): void {
  const database = new DatabaseSync(path)
  // Each arrangement writes from a process of its own.
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('CREATE TABLE users (uid TEXT PRIMARY KEY, mail TEXT, cn TEXT, password TEXT)')
  database.close()
}
