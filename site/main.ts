import { fileURLToPath } from 'node:url'
import { readEnvironment } from './server/environment.ts'
import { startEverything } from './server/start-everything.ts'
import { startParties } from './server/start-parties.ts'

const pages = fileURLToPath(new URL('../dist', import.meta.url))
/** While developing, Astro's own server serves the pages. */
const withoutSite = process.argv.includes('--without-site')

async function start() {
  const environment = readEnvironment(process.env)
  if (!withoutSite) return startEverything(environment, pages)
  const site = `http://localhost:${environment.sitePort}`
  return { ...(await startParties(environment, site)), site }
}

try {
  const { site, tenant, provider, smtpPort, close } = await start()
  console.log(`
  Doorstep is ready to walk.

    Site     ${site}
    Tenant   ${tenant}
    Provider ${provider}
    Mail     smtp://localhost:${smtpPort}

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
