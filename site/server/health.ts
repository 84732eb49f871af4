/** Ends with 0 when the site, the tenant and the provider that run with this environment answer: for a container's HEALTHCHECK. */
import { isIP } from 'node:net'
import { reachable, readEnvironment } from './environment.ts'

const PATIENCE_MS = 5_000

const { host, sitePort, tenantPort, idpPort } = readEnvironment(process.env)
const name = reachable(host)
const places = [
  [sitePort, '/live.json'],
  [tenantPort, '/health'],
  [idpPort, '/'],
] as const

async function ask([port, path]: (typeof places)[number]): Promise<void> {
  const url = `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}${path}`
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (!ok) throw new Error(`${url} answers ${status}.`)
}

try {
  await Promise.all(places.map(ask))
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
