import { SecurityKey } from '../../../machines/devices/security-key.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { commonValues, type Values, withValues } from '../../../machines/model/values.ts'
import type { BenchProps } from '../bench.ts'
import { Chair } from './chair.ts'
import { Frame } from './frame.ts'
import { Keeper } from './kept.ts'
import { Knowledge, type Paths } from './knowledge.ts'
import { Phone } from './phone.ts'
import { makeSandbox as askTenant, type Control, controlOf, isGone, type Sandbox } from './sandbox.ts'
import { LiveSession } from './session.ts'

export interface Wanted {
  pack: Pack
  flow: Flow
  given: string
  /** Origin of the tenant. */
  tenant: string
  paths: Paths
  /** Makes a sandbox. Default: the tenant is asked for one. */
  makeSandbox?: BenchProps['makeSandbox']
}

/** A sandbox of the live tenant, with its mail, clock and devices. */
export interface Live {
  pack: Pack
  values: Values
  sandbox: Sandbox
  control: Control
  frame: Frame
  session: LiveSession
  keeper: Keeper
  phone: Phone
  knowledge: Knowledge
  chair: Chair
  securityKey: SecurityKey
  /** It was there before this page was loaded. */
  isResumed: boolean
  /** Ends everything that is done in it. */
  signal: AbortSignal
}

const needsKey = ({ events }: Flow) =>
  Object.values(events).some(({ at, needs = [] }) => at === 'key' || needs.includes('security-key'))

/** What the tenant says of a sandbox that was kept; `undefined` where it is no longer there, or its directory is not. */
async function statusOf(tenant: string, sandbox: Sandbox) {
  const status = await controlOf(tenant, sandbox)
    .status()
    .catch((error: Error) => {
      if (!isGone(error)) throw error
    })
  return status?.hasProvider ? status : undefined
}

/** The sandbox of this tab that is still there, so that a reload loses nothing; with `isFresh`, and without one, a new one. */
async function takeSandbox({ flow, given, tenant, makeSandbox }: Wanted, keeper: Keeper, isFresh: boolean) {
  const { kept } = keeper
  const status = kept && !isFresh ? await statusOf(tenant, kept.sandbox) : undefined
  if (kept && status) {
    const securityKey = SecurityKey.fromJSON(kept.securityKey ?? { credentials: [] })
    return { sandbox: kept.sandbox, securityKey, ...status, isResumed: true }
  }
  const securityKey = new SecurityKey()
  const credential = needsKey(flow) ? await securityKey.enrolled(new URL(tenant).hostname) : undefined
  const sandbox = await (makeSandbox ?? askTenant)(tenant, given, credential)
  keeper.begin(sandbox)
  if (credential) keeper.update({ securityKey: securityKey.toJSON() })
  return { sandbox, securityKey, now: sandbox.now, lastEvent: 0, isResumed: false }
}

/**
 * Opens a sandbox in which `given` is true.
 * @param signal ends everything that is done in it
 * @throws SandboxError when the tenant refuses, or cannot be reached
 */
export async function openLive(wanted: Wanted, isFresh: boolean, signal: AbortSignal): Promise<Live> {
  const { pack, flow, given, tenant, paths } = wanted
  const keeper = new Keeper(`${pack.id}:${flow.id}:${given}`, signal)
  const taken = await takeSandbox(wanted, keeper, isFresh)
  const { sandbox, securityKey, now, lastEvent, isResumed } = taken
  signal.throwIfAborted()
  const frame = new Frame(tenant, (screen) => screen in pack.screens, signal)
  const control = controlOf(tenant, sandbox)
  const values = withValues(commonValues, pack.values)
  const phone: Phone = new Phone({
    ...{ frame, keeper },
    now: () => Date.now() + session.state.ahead,
    async advance(seconds) {
      await control.advance(seconds * 1000)
      await session.caughtUp()
    },
  })
  const knowledge = new Knowledge({ pack, values, sandbox, paths, keeper, phone })
  const session: LiveSession = new LiveSession({
    ...{ pack, flow, given, control },
    ahead: now - Date.now(),
    lastEvent,
    elsewhere: keeper.kept?.elsewhere,
    onEvent: (event) => event.n > lastEvent && knowledge.heed(event),
  })
  const chair = new Chair({
    ...{ pack, frame, keeper },
    protectedPage: pack.protectedPage === undefined ? undefined : knowledge.address(pack.protectedPage),
    signOut: sandbox.provider.entra.signOut,
    credentialsOf: (person) => knowledge.credentialsOf(person),
  })
  return {
    ...{ pack, values, sandbox, control, frame, session, keeper, phone, knowledge, chair, securityKey },
    isResumed,
    signal,
  }
}
