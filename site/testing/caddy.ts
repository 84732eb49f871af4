import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, fetch, type RequestInit } from 'undici'
import { listen } from '../listen.ts'

/** Debian's package `caddy`. */
export const hasCaddy: boolean = spawnSync('caddy', ['version']).status === 0

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const where = { port: 0, host: 'localhost', who: 'A port', otherwise: 'try again' }
  const ports = await Promise.all(servers.map((server) => listen(server, where)))
  for (const server of servers) await server[Symbol.asyncDispose]()
  return ports
}

const PATIENCE_MS = 15_000

/**
 * Runs Caddy with its own certificate authority in front of servers on this machine. Answers how to ask it, as a browser does
 * that trusts the authority and finds every name at this machine.
 * @param behind public origin → the port behind it
 */
export async function startCaddy(behind: Record<string, number>) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-caddy-'))
  const sites = Object.entries(behind).map(
    ([origin, port]) => `${origin} {\n  reverse_proxy localhost:${port}\n}`,
  )
  const global = `{\n  admin off\n  local_certs\n  skip_install_trust\n  auto_https disable_redirects\n}`
  writeFileSync(join(folder, 'Caddyfile'), [global, ...sites].join('\n'))
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  const caddy = spawn('caddy', args, { env, stdio: 'ignore' })
  const close = async () => {
    const ended = once(caddy, 'exit')
    caddy.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const ask = await untilReady(async () => {
      const ca = readFileSync(join(folder, 'caddy/pki/authorities/local/root.crt'))
      const lookup = (_name: string, { all }: { all?: boolean }, done: (...found: unknown[]) => void) =>
        all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)
      const dispatcher = new Agent({ connect: { ca, lookup: lookup as never } })
      const send = (url: string, init: RequestInit = {}) =>
        fetch(url, { redirect: 'manual', ...init, dispatcher })
      for (const origin of Object.keys(behind)) await send(origin)
      return send
    })
    return { ask, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function untilReady<T>(look: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}
