import type { Pack } from '../../../machines/model/pack.ts'
import { hashToken, makeToken, type Random } from '../../tenant/secrets.ts'
import type { Feed } from '../../tenant/store/feed.ts'
import { makeCode } from '../model/code.ts'
import type { ClassSettings, LoggedEvent, Script } from '../model/events.ts'
import { stateOf } from '../model/reduce.ts'
import { problemOfScript, scriptOf } from '../model/script.ts'
import { ClassError } from './class-error.ts'
import { Classroom } from './classroom.ts'
import type { ClassLog } from './log.ts'
import type { MakeSandbox } from './sandbox-pool.ts'

const DAY = 24 * 60 * 60 * 1000
/** A class that nobody ends is over some day, so that nothing is kept for ever. */
const LONGEST = 30 * DAY

export interface ClassroomsOptions {
  log: ClassLog
  /** Of all processes that serve the same classes. */
  feed: Feed
  packs: readonly Pack[]
  /** Absent where browsers ask the tenant themselves. */
  makeSandbox?: Promise<MakeSandbox> | undefined
  random: Random
  now: () => number
}

/** Keys that open a class; the store has only their hashes. */
export interface ClassKeys {
  trainer: string
  projector: string
  remote: string
}

/** Every class of this server. Those that are in the store alone are opened when someone asks for them. */
export class Classrooms {
  readonly #options: ClassroomsOptions
  readonly #open = new Map<string, Promise<Classroom | undefined>>()

  constructor(options: ClassroomsOptions) {
    this.#options = options
  }

  get packs(): readonly Pack[] {
    return this.#options.packs
  }

  /**
   * @param script the demonstration that is prepared; without one the documented way
   * @throws ClassError where the settings name what the packs do not have
   */
  async create(settings: ClassSettings, script?: Script): Promise<{ room: Classroom; keys: ClassKeys }> {
    const { random, now, log } = this.#options
    const pack = this.#pack(settings.pack)
    const flow = pack.flows.find(({ id }) => id === settings.flow)
    if (!flow)
      throw new ClassError(400, 'no-such-flow', `The pack ${pack.id} has no flow "${settings.flow}".`)
    if (!(settings.given in flow.givens))
      throw new ClassError(400, 'no-such-given', `${flow.id} has no given "${settings.given}".`)
    const wrong = script && problemOfScript(pack.flows, script)
    if (wrong) throw new ClassError(400, 'bad-script', wrong)
    const keys = { trainer: makeToken(random), projector: makeToken(random), remote: makeToken(random) }
    const created: LoggedEvent = {
      kind: 'created',
      code: await this.#freeCode(),
      settings,
      script: script ?? scriptOf(flow, settings.given),
      keyHashes: {
        trainer: hashToken(keys.trainer),
        projector: hashToken(keys.projector),
        remote: hashToken(keys.remote),
      },
      n: 1,
      at: now(),
    }
    await log.append(created.code, [created])
    const room = this.#room([created])
    if (!room) throw new Error('A class that was just created has no state.')
    this.#open.set(room.code, Promise.resolve(room))
    room.warm()
    return { room, keys }
  }

  /** @throws ClassError where there is no such class */
  async find(code: string): Promise<Classroom> {
    const opening = this.#open.get(code) ?? this.#options.log.read(code).then((events) => this.#room(events))
    this.#open.set(code, opening)
    const room = await opening.catch((error: unknown) => {
      this.#open.delete(code)
      throw error
    })
    if (room) return room
    this.#open.delete(code)
    throw new ClassError(404, 'no-such-class', 'There is no class with this code. Check the six characters.')
  }

  /** Deletes the classes whose time is over. */
  async sweep(): Promise<void> {
    const { log, feed } = this.#options
    const now = this.#options.now()
    for (const code of await log.codes()) {
      // Those that nobody has asked for stay in the store alone.
      const open = await this.#open.get(code)?.catch(() => undefined)
      const state = open?.state ?? stateOf(await log.read(code))
      if (!state) {
        // Something about a class that was deleted while it came.
        await log.drop(code)
        continue
      }
      const { created, ended, settings } = state
      const until = ended === undefined ? created + LONGEST : ended + settings.keepDays * DAY
      if (now < until) continue
      if (open) await open.drop()
      else {
        await log.drop(code)
        feed.tellOthers(code)
      }
    }
  }

  /** Lets the processes know of each other who is connected, for as long as they run. */
  async beat(): Promise<void> {
    for (const opening of this.#open.values()) {
      const room = await opening.catch(() => undefined)
      await room?.connected.tell()
      await room?.connected.read()
    }
  }

  #room(events: readonly LoggedEvent[]): Classroom | undefined {
    const state = stateOf(events)
    if (!state) return undefined
    const { log, feed, now, makeSandbox } = this.#options
    return new Classroom(this.#pack(state.settings.pack), state, {
      ...{ log, feed, now, makeSandbox },
      onDrop: () => this.#open.delete(state.code),
    })
  }

  #pack(id: string): Pack {
    const pack = this.#options.packs.find((one) => one.id === id)
    if (!pack) throw new ClassError(400, 'no-such-pack', `This server has no pack "${id}".`)
    return pack
  }

  async #freeCode(): Promise<string> {
    const taken = new Set([...(await this.#options.log.codes()), ...this.#open.keys()])
    let code = makeCode(this.#options.random)
    while (taken.has(code)) code = makeCode(this.#options.random)
    return code
  }
}
