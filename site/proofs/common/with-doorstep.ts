import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DoorstepProcess } from '../../testing/doorstep-process.ts'

type Settings = Omit<ConstructorParameters<typeof DoorstepProcess>[0], 'folder'>

/** Does something with a Doorstep in a process and a folder of its own, which are gone afterwards. */
export async function withDoorstep<T>(
  settings: Settings,
  work: (server: DoorstepProcess) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-proof-'))
  const server = new DoorstepProcess({ folder, ...settings })
  try {
    await server.start()
    return await work(server)
  } finally {
    await server.kill('SIGTERM')
    rmSync(folder, { recursive: true })
  }
}
