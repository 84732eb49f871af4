import './production.ts'
import { fileURLToPath } from 'node:url'
import type { Environment } from './server/environment.ts'
import { run } from './server/run.ts'
import { startEverything } from './server/start-everything.ts'
import { startParties } from './server/start-parties.ts'

const pages = fileURLToPath(new URL('../dist', import.meta.url))
/** While developing, Astro's own server serves the pages. */
const withoutSite = process.argv.includes('--without-site')

async function start(environment: Environment) {
  if (!withoutSite) return startEverything(environment, pages)
  const site = environment.siteUrl ?? `http://localhost:${environment.sitePort}`
  return { ...(await startParties(environment, site)), site }
}

await run(process.env, start)
