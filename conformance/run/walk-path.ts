import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import { type Edge, stateMetaOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import { type Moment, walk } from '../../machines/model/walk.ts'
import type { Snapshot } from '../page/snapshot.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { acceptanceOf, dayOf, isCovered } from '../report/acceptance.ts'
import type { Exchange, Outcome, Verdict } from '../report/result.ts'
import { NotThere } from '../session/find.ts'
import { observe } from '../session/observe.ts'
import type { Session } from '../session/session.ts'
import { type Attempt, attemptStep } from './attempt-step.ts'
import { Baseline } from './baseline.ts'
import { type Cause, goesOn, judgeBehind } from './judge-behind.ts'
import { maskUrl } from './mask-url.ts'
import { unlessUnavailable } from './unavailable.ts'
import type { Wire } from './wire.ts'

/** Small enough for a report with many pictures, good enough to be read. */
const PICTURE = { type: 'jpeg', quality: 70, scale: 'css' } as const

interface Walk {
  path: PlannedPath
  flow: Flow
  session: Session
  /** Listens to the session's browser. */
  wire: Wire
  /** Where a picture of what failed goes. */
  folder: string
  /** Called with each outcome as soon as it is known. */
  record: (outcome: Outcome) => void
}

/**
 * Walks a path, one Playwright step for each transition. After one that does not pass it goes on as long as the screens are
 * those of the model, and says of what lies behind only what can be said there. A difference that is accepted is as good as
 * documented: behind it everything can be said.
 * @throws with the reason of the first that does not pass and is not accepted
 */
export async function walkPath({ path, flow, session, wire, folder, record }: Walk): Promise<void> {
  const moments = walk(flow, path.given, path.events)
  const baseline = new Baseline(await firstSnapshot(session, flow, moments))
  let previous: Attempt | undefined
  let cause: Cause | undefined
  let problem: Error | undefined
  for (const [n, moment] of moments.entries()) {
    const { edge } = moment
    const before = moments[n - 1]
    if (!edge || !before) continue
    const goes = await test.step(titleOf(flow, edge), async () => {
      const began = Date.now()
      session.notes.clear()
      session.accepted.clear()
      await wire.take()
      const attempt = await attemptStep(
        session,
        { flow, edge, before, after: moment, way: moments.slice(0, n) },
        baseline.snapshot,
      )
      const { found, person } = attempt
      const { page } = person ?? session
      if (found) {
        const { snapshot } = found
        baseline.note({ flow, edge, screen: before.screen, person: person ?? session, snapshot })
      }
      const compared = previous?.person === person ? { before: previous?.found, after: found } : {}
      const crosses = before.signedIn !== moment.signedIn
      const exchanged = await wire.take()
      const atOnce = unlessUnavailable(attempt.judgement, exchanged)
      const judgement = cause ? judgeBehind(atOnce, cause, { crosses, ...compared }) : atOnce
      const { verdict, reason } = judgement
      previous = attempt
      const walksOn = goesOn(attempt.judgement, found)
      const isPictured = tellsOfTarget(verdict) && !attempt.hangs
      const screenshot = isPictured && (await picture(page, join(folder, `${path.id}-${n}.jpg`)))
      const outcome: Outcome = {
        ...judgement,
        edge: edge.id,
        url: maskUrl(page.url()),
        wire: inBrief(exchanged, verdict),
        notes: [...session.notes],
        ...(session.accepted.size > 0 && { accepted: [...session.accepted] }),
        ...(screenshot && { screenshot }),
        ...(verdict !== 'passed' && walksOn && { onScreen: true }),
        took: Date.now() - began,
      }
      const acceptance = acceptanceOf(session.target.acceptances, `${flow.id}/${edge.id}`)
      const wentOn = !cause && walksOn && isCovered(acceptance, outcome, dayOf(Date.now()))
      record(wentOn ? { ...outcome, wentOn } : outcome)
      if (verdict !== 'passed' && !wentOn) {
        cause ??= { edge: edge.id, verdict }
        problem ??= new Error(`${verdict}: ${edge.id}: ${reason}`)
      }
      return walksOn
    })
    if (!goes) break
  }
  if (problem) throw problem
}

/** Whether something speaks against the target or the set-up, rather than nothing being known. */
const tellsOfTarget = (verdict: Verdict) => verdict !== 'passed' && verdict !== 'blocked'

async function picture(page: Page, file: string): Promise<string | undefined> {
  const taken = await page.screenshot({ path: file, ...PICTURE }).catch(() => undefined)
  return taken && file
}

/** What is seen before anything is done, where the first step brings a message; a screen that is not there shows in that step. */
async function firstSnapshot(
  session: Session,
  flow: Flow,
  [start, first]: Moment[],
): Promise<Snapshot | undefined> {
  if (!start || !first?.edge?.meta.shows) return undefined
  const look = observe(session, stateMetaOf(flow, start.state))
  const seen = await session.watch.during(look).catch((error: unknown) => {
    if (error instanceof NotThere) return undefined
    throw error
  })
  return seen && session.firstLooks.of(seen.snapshot)
}

/** Where nothing speaks against the target, what was asked for and how it was answered is enough. */
function inBrief(exchanges: Exchange[], verdict: Verdict): Exchange[] {
  return tellsOfTarget(verdict)
    ? exchanges
    : exchanges.map(({ method, url, status }) => ({ method, url, status }))
}

/** A documented step under its number, anything else under its transition. */
function titleOf(flow: Flow, { id, event, meta }: Edge) {
  return `${'step' in meta ? meta.step : id} · ${flow.events[event]?.label ?? event}`
}
