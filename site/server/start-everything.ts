import { networkIn } from '../caller.ts'
import { openClasses } from '../class/server/open-classes.ts'
import type { MakeSandbox } from '../class/server/sandbox-pool.ts'
import { openPacks, packFolders } from '../packs/open-packs.ts'
import { describeLive } from './describe-live.ts'
import type { Environment } from './environment.ts'
import { type Parties, startParties } from './start-parties.ts'
import { type RunningSite, type SiteOptions, startSite } from './start-site.ts'
import { Started } from './started.ts'
import { trainerKeyFor } from './trainer-key.ts'

export interface Everything extends Parties {
  /** Origin of the site. */
  site: string
  /** What one needs to create a class; absent where everybody may. */
  trainerKey?: string | undefined
}

/**
 * Starts the site and all that live mode needs, in this process.
 * @param pages folder of the built site
 * @param exportFlow writes a flow as one file, where that folder has no such files
 * @throws errors with `code`, in one sentence; what was started by then is ended
 */
export async function startEverything(
  environment: Environment,
  pages: string,
  exportFlow?: SiteOptions['exportFlow'],
): Promise<Everything> {
  return Started.collect(async (started) => {
    const { sitePort: port, host, siteUrl: origin, hsts, trustProxy } = environment
    const trainerKey = trainerKeyFor(environment)
    const packs = (await openPacks(packFolders(process.env.DOORSTEP_PACKS))).map(({ pack }) => pack)
    const ending = new AbortController()
    const tenant = Promise.withResolvers<MakeSandbox>()
    const { app: classes, ...opened } = await openClasses({
      ...{
        folder: environment.dataFolder,
        databaseUrl: environment.databaseUrl,
        packs,
        trainerKey,
        site: (): string => site.url,
      },
      makeSandbox: tenant.promise,
      networkOf: ({ env }) => networkIn(env, trustProxy),
      ending: ending.signal,
    })
    started.add(opened)
    const site: RunningSite = started.add(
      await startSite({
        port,
        host,
        pages,
        hsts,
        trustProxy,
        classes,
        exportFlow,
        ...(origin && { origin }),
      }),
    )
    // Ended just before the site, so that it does not wait for streams that have no end.
    started.add({ close: async () => ending.abort() })
    const parties = started.add(await startParties(environment, site.url))
    tenant.resolve(parties.makeSandbox)
    site.announce(describeLive(parties), parties.providers)
    return { ...parties, site: site.url, trainerKey, close: () => started.close() }
  })
}
