import { join } from 'node:path'
import { test } from '@playwright/test'
import type { Flow } from '../../machines/flow.ts'
import { screens } from '../../machines/screens.ts'
import type { Edge } from '../../machines/trace.ts'
import { type Moment, walk } from '../../machines/walk.ts'
import { type Driver, MissingHandler } from '../drivers/driver.ts'
import { NotThere } from '../drivers/form.ts'
import type { Sight } from '../drivers/sight.ts'
import type { World } from '../drivers/world.ts'
import type { Exchange, Outcome, Verdict } from '../report/result.ts'
import { gather } from './gather.ts'
import { judge } from './judge.ts'
import { judgeFailure } from './judge-failure.ts'
import { maskUrl } from './mask-url.ts'
import type { PlannedPath } from './path.ts'
import type { Wire } from './wire.ts'

/** Small enough to stand in a report many times, good enough to be read. */
const PICTURE = { type: 'jpeg', quality: 70, scale: 'css' } as const

interface Walk {
  path: PlannedPath
  flow: Flow
  driver: Driver
  world: World
  /** Listens to the world's browser. */
  wire: Wire
  /** Where a picture of what failed goes. */
  folder: string
  /** Is told each outcome as soon as it is known. */
  record: (outcome: Outcome) => void
}

/**
 * Walks a path, one Playwright step for each transition, and stops at the first that does not pass, unless its difference is
 * accepted and the screen is the right one.
 * @throws with the reason of that one
 */
export async function walkPath({ path, flow, driver, world, wire, folder, record }: Walk): Promise<void> {
  const moments = walk(flow, path.given, path.events)
  let quiet = await sightOf(driver, world, moments)
  for (const [n, moment] of moments.entries()) {
    const { edge } = moment
    const before = moments[n - 1]
    if (!edge || !before) continue
    await test.step(titleOf(flow, edge), async () => {
      const began = Date.now()
      world.notes.clear()
      world.accepted.clear()
      await wire.take()
      const { judgement, sight, onScreen } = await attempt(driver, world, edge, before, moment, quiet)
      if (sight && !edge.meta.shows) quiet = sight
      const outcome: Outcome = {
        ...judgement,
        edge: edge.id,
        url: maskUrl(world.page.url()),
        wire: inBrief(await wire.take(), judgement.verdict),
        notes: [...world.notes],
        ...(world.accepted.size > 0 && { accepted: [...world.accepted] }),
        took: Date.now() - began,
      }
      if (outcome.verdict === 'passed') return record(outcome)
      const screenshot = join(folder, `${path.id}-${n}.jpg`)
      const pictured = await world.page.screenshot({ path: screenshot, ...PICTURE }).catch(() => undefined)
      const wentOn = onScreen && world.target.accepts?.(flow.id, edge.id) !== undefined
      record({ ...outcome, ...(pictured && { screenshot }), ...(wentOn && { wentOn }) })
      if (wentOn) return
      throw new Error(`${outcome.verdict}: ${edge.id}: ${outcome.reason}`)
    })
  }
}

/** What is seen before anything is done; a screen that is not there shows in the first step. */
async function sightOf(driver: Driver, world: World, [start, first]: Moment[]): Promise<Sight | undefined> {
  const observe = driver.observe[first?.edge?.source ?? '']
  if (!start || !observe) return undefined
  const seen = await observe(world, screens[start.screen]).catch((error: unknown) => {
    if (error instanceof NotThere) return undefined
    throw error
  })
  return seen?.sight
}

/** Does what the event stands for, and judges what came of it. */
async function attempt(
  driver: Driver,
  world: World,
  edge: Edge,
  before: Moment,
  moment: Moment,
  quiet?: Sight,
) {
  const { flow } = driver
  try {
    const action = driver.act[edge.event]
    const observe = driver.observe[edge.target]
    const event = flow.events[edge.event]
    if (!action || !event) throw new MissingHandler(flow.id, 'action', edge.event)
    if (!observe) throw new MissingHandler(flow.id, 'observation', edge.target)
    const { signedIn } = moment
    const { shows, refused } = edge.meta
    const standing = signedIn && refused ? driver.standing : undefined
    const stood = await standing?.(world)
    await action(world, { ...event, event: edge.event, screen: screens[before.screen] })
    const person = driver.whoIsAt?.(world, edge.target) ?? world
    const found = await gather(person, observe, moment, quiet)
    const { heading } = screens[moment.screen]
    const changed = standing && (await standing(world)) !== stood
    return {
      judgement: judge({ heading, signedIn, shows, refused }, { ...found, changed }),
      sight: found.sight,
      onScreen: found.missing.length === 0,
    }
  } catch (error) {
    return { judgement: judgeFailure(error) }
  }
}

/** Where all was well, what was asked for and how it was answered is enough. */
function inBrief(exchanges: Exchange[], verdict: Verdict): Exchange[] {
  return verdict === 'passed'
    ? exchanges.map(({ method, url, status }) => ({ method, url, status }))
    : exchanges
}

/** A documented step under its number, anything else under its transition. */
function titleOf(flow: Flow, { id, event, meta }: Edge) {
  return `${'step' in meta ? meta.step : id} · ${flow.events[event]?.label ?? event}`
}
