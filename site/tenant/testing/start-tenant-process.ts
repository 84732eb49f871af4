import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface TenantProcess {
  port: number
  /** kill -9 */
  kill(): Promise<void>
}

const script = fileURLToPath(new URL('./tenant-process.ts', import.meta.url))

/** Starts a tenant in a process of its own. */
export async function startTenantProcess(
  databaseUrl: string,
  folder: string,
  origin: string,
): Promise<TenantProcess> {
  const args = ['--import', 'tsx', script, databaseUrl, folder, origin]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  if (!child.stdout) throw new Error('The process has no output.')
  const said = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const first = await Promise.race([said, ended])
  if (child.exitCode !== null) throw new Error(`The tenant's process ended: ${child.exitCode}`)
  return {
    port: Number(first[0]),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
