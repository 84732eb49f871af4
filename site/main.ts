import { fileURLToPath } from 'node:url'
import { type Environment, isLoopback, readEnvironment } from './server/environment.ts'
import { startEverything } from './server/start-everything.ts'
import { startParties } from './server/start-parties.ts'

const pages = fileURLToPath(new URL('../dist', import.meta.url))
/** While developing, Astro's own server serves the pages. */
const withoutSite = process.argv.includes('--without-site')

async function start(environment: Environment) {
  if (!withoutSite) return startEverything(environment, pages)
  const site = environment.siteUrl ?? `http://localhost:${environment.sitePort}`
  return { ...(await startParties(environment, site)), site, trainerKey: undefined }
}

/** What others than this machine reach, in one line. */
function exposure({ host, smtpHost }: Environment): string {
  const open = [
    ...(isLoopback(host) ? [] : [`site, tenant and provider on ${host}`]),
    ...(isLoopback(smtpHost) ? [] : [`mail server on ${smtpHost}`]),
  ]
  return open.length === 0 ? 'Only this machine reaches it.' : `Open to the network: ${open.join('; ')}.`
}

try {
  const environment = readEnvironment(process.env)
  const { site, tenant, provider, smtpPort, trainerKey, close } = await start(environment)
  console.log(`
  Doorstep is ready to walk.

    Site     ${site}
    Tenant   ${tenant}
    Provider ${provider}
    Mail     smtp://${environment.smtpHost}:${smtpPort}

  ${exposure(environment)}${trainerKey ? `\n  Trainer key for classes: ${trainerKey}` : ''}

  Begin with ${site}/flows/ · Ctrl+C ends it.
`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await close()
      process.exit(0)
    })
} catch (error) {
  const known = error instanceof Error && 'code' in error
  console.error(known ? error.message : error)
  process.exit(2)
}
