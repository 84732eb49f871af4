import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { Limit } from '../../limit.ts'
import { hashToken } from '../../tenant/secrets.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'
import { type Who, whoAsks } from './who.ts'

/** Wrong guesses that a network has: enough for the typing errors of a school, while all 24⁶ codes take 18 years. */
const GUESSES = { burst: 60, perSecond: 1 / 3 }

/**
 * What a join link and its QR code have in addition to the code, so that they open the class whatever others in the same network
 * guess. Nobody who has only the code can tell it.
 */
export const ticketOf = ({ code, state }: Classroom): string =>
  hashToken(`join ${code} ${state.keyHashes.trainer}`).slice(0, 16)

/** What someone who joins sends with the code. */
interface Proof {
  key?: string | undefined
  ticket?: string | undefined
}

const isSame = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)))

/**
 * Wrong codes and wrong keys, per network. When they are spent, a network gets the same answer to a right code as to a wrong one, so that
 * many guesses at once are no faster than one after the other. Links work all the same, so that nobody can lock their own school out.
 */
export class Guesses {
  readonly #limit: Limit
  readonly #networkOf: (c: Context) => string

  constructor(networkOf: (c: Context) => string, now: () => number) {
    this.#limit = new Limit({ ...GUESSES, now })
    this.#networkOf = networkOf
  }

  /** The class that `find` answers, for those who need not guess or still may. */
  async room(c: Context, find: () => Promise<Classroom>, proof: Proof = {}): Promise<Classroom> {
    const network = this.#networkOf(c)
    const room = await find().catch((error: unknown) => {
      if (error instanceof ClassError) this.#count(network)
      throw error
    })
    // Asked after the search: those that are under way at the same time count, too.
    const wait = this.#limit.wait(network)
    if (wait > 0 && !isKnown(room, c, proof)) throw tooMany(wait)
    return room
  }

  /** Who asks in a class; a key that is not known there is a guess. */
  who(room: Classroom, c: Context): Who {
    try {
      return whoAsks(room, c)
    } catch (error) {
      if (error instanceof ClassError && error.code === 'not-yours') this.#count(this.#networkOf(c))
      throw error
    }
  }

  /** @throws ClassError where that was one too many */
  #count(network: string) {
    const wait = this.#limit.take(network)
    if (wait > 0) throw tooMany(wait)
  }

  /** @throws ClassError where the trainer key is wrong, or its network may not try another now */
  trainerKey(c: Context, given: string | undefined, right: string): void {
    const network = `trainer ${this.#networkOf(c)}`
    const wait = this.#limit.wait(network)
    if (wait > 0)
      throw new ClassError(
        429,
        'too-many-guesses',
        `Too many wrong trainer keys. Try again in ${wait} s.`,
        wait,
      )
    if (given !== undefined && isSame(given, right)) return
    this.#limit.take(network)
    throw new ClassError(
      403,
      'wrong-trainer-key',
      'The trainer key is wrong. The server printed it when it started.',
    )
  }
}

const tooMany = (wait: number) =>
  new ClassError(
    429,
    'too-many-guesses',
    'Too many wrong codes came from your network. Open the join link or scan the QR code, or try again in a minute.',
    wait,
  )

function isKnown(room: Classroom, c: Context, { key, ticket }: Proof): boolean {
  if (ticket !== undefined && isSame(ticket, ticketOf(room))) return true
  const hash = key !== undefined && hashToken(key)
  if (hash && [...room.state.people.values()].some(({ keyHash }) => keyHash === hash)) return true
  try {
    whoAsks(room, c)
    return true
  } catch {
    return false
  }
}
