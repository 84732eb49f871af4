import { describeLive } from './describe-live.ts'
import type { Environment } from './environment.ts'
import { type Parties, startParties } from './start-parties.ts'
import { startSite } from './start-site.ts'
import { Started } from './started.ts'

export interface Everything extends Parties {
  /** Origin of the site. */
  site: string
}

/**
 * Starts the site and all that live mode needs, in this process.
 * @param pages folder of the built site
 * @throws errors with `code`, in one sentence; what was started by then is ended
 */
export async function startEverything(environment: Environment, pages: string): Promise<Everything> {
  return Started.collect(async (started) => {
    const { sitePort: port, host, siteUrl: origin, hsts } = environment
    const site = started.add(await startSite({ port, host, pages, hsts, ...(origin && { origin }) }))
    const parties = started.add(await startParties(environment, site.url))
    site.announce(describeLive(parties), parties.providers)
    return { ...parties, site: site.url, close: () => started.close() }
  })
}
