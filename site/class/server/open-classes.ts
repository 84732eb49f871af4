import type { Context, Hono } from 'hono'
import type { Pack } from '../../../machines/model/pack.ts'
import { systemRandom } from '../../tenant/secrets.ts'
import { Feed } from '../../tenant/store/feed.ts'
import { PostgresFeed } from '../../tenant/store/postgres/feed.ts'
import { Classrooms } from './classrooms.ts'
import { ClassLog } from './log.ts'
import { BEAT } from './presence.ts'
import { classRoutes } from './routes.ts'
import type { MakeSandbox } from './sandbox-pool.ts'

export interface ClassesOptions {
  /** Of the store; `':memory:'` keeps nothing. */
  folder: string
  /** `postgres://…`: the events are there, and not in the folder. */
  databaseUrl?: string | undefined
  packs: readonly Pack[]
  trainerKey?: string | undefined
  /** Origin of the site. */
  site: () => string
  /** Makes sandboxes for people in live classes, as soon as there is a tenant. Default: their browsers ask the tenant themselves. */
  makeSandbox?: Promise<MakeSandbox> | undefined
  /** Where a request comes from, see `classRoutes`. */
  networkOf?: (c: Context) => string
  /** Ends the streams, which would hold up the server that is to close. Default: clients alone end them. */
  ending?: AbortSignal
  now?: () => number
}

/** How often classes whose time is over are deleted, in ms. */
const SWEEP = 60 * 60 * 1000

/** The classes of a server, as an app that answers below `/class-api`. */
export async function openClasses({
  folder,
  databaseUrl,
  packs,
  trainerKey,
  site,
  makeSandbox,
  networkOf,
  ending = new AbortController().signal,
  now = Date.now,
}: ClassesOptions): Promise<{
  app: Hono
  close(): Promise<void>
}> {
  const log = await ClassLog.open(folder, databaseUrl)
  const feed =
    databaseUrl === undefined ? new Feed() : await PostgresFeed.open(databaseUrl, 'doorstep_classes')
  const rooms = new Classrooms({ log, feed, packs, now, makeSandbox, random: systemRandom })
  await rooms.sweep()
  const sweeping = setInterval(() => void rooms.sweep().catch(console.error), SWEEP)
  sweeping.unref()
  const beating = log.presence && setInterval(() => void rooms.beat().catch(console.error), BEAT)
  beating?.unref()
  return {
    app: classRoutes({ rooms, random: systemRandom, now, trainerKey, site, ending, networkOf }),
    async close() {
      clearInterval(sweeping)
      clearInterval(beating)
      await feed.close()
      await log.close()
    },
  }
}
