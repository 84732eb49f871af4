import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTestDatabase } from '../../tenant/testing/find-test-database.ts'
import { DoorstepProcess } from '../../testing/doorstep-process.ts'
import { needPages } from '../../testing/need-pages.ts'
import { inModel } from './in-model.ts'
import { live } from './live.ts'
import { onTwo } from './on-two.ts'

async function withFolder(run: (folder: string) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-class-bench-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In a server of its own. */
const withServer = (run: (server: DoorstepProcess) => Promise<string>) =>
  withFolder(async (folder) => {
    const server = new DoorstepProcess({ folder })
    try {
      await server.start()
      return await run(server)
    } finally {
      await server.kill('SIGTERM')
    }
  })

/**
 * Classes of 300 against the real server in processes of its own, from one address: in the model with a kill and a restart, live, and
 * with two processes on PostgreSQL, where there is one, of which one is killed.
 */
export async function classBench(): Promise<string> {
  needPages()
  const database = await findTestDatabase()
  const load = `Load average before: ${loadavg()
    .map((load) => load.toFixed(2))
    .join(', ')}.`
  const parts = [
    await withServer(inModel),
    await withServer(live),
    database === undefined
      ? 'Without a PostgreSQL, two processes were not measured.'
      : await withFolder((folder) => onTwo(database, folder)),
  ]
  return [load, ...parts].join('\n\n')
}
