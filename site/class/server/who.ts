import type { Context } from 'hono'
import { hashToken } from '../../tenant/secrets.ts'
import type { Person } from '../model/state.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'

/** Who asks, by the key that was sent. */
export type Who =
  | { role: 'trainer' | 'projector' | 'remote' }
  /** Someone who joined, and may have been removed since. */
  | { role: 'person'; person: Person }

const bearer = /^Bearer ([\w-]{20,100})$/

/**
 * Who holds the key of a request, in this class.
 * @throws ClassError where there is none, or it belongs to another class
 */
export function whoAsks(room: Classroom, c: Context): Who {
  const key = bearer.exec(c.req.header('authorization') ?? '')?.[1]
  if (!key) throw new ClassError(401, 'no-key', 'This needs a link of the class. Join with its code.')
  const hash = hashToken(key)
  const { keyHashes, people } = room.state
  for (const role of ['trainer', 'projector', 'remote'] as const)
    if (keyHashes[role] === hash) return { role }
  for (const person of people.values()) if (person.keyHash === hash) return { role: 'person', person }
  throw new ClassError(
    403,
    'not-yours',
    'This link does not belong to this class. Join with its code, or ask the trainer.',
  )
}

/** @throws ClassError where the key is another's */
export function only<R extends Who['role']>(who: Who, ...roles: R[]): Extract<Who, { role: R }> {
  if (!roles.some((role) => role === who.role))
    throw new ClassError(403, 'not-allowed', 'This link may not do that. It takes the trainer’s link.')
  return who as Extract<Who, { role: R }>
}

const words = {
  removed: 'The trainer has removed you from this class. You can join again with its code.',
  banned: 'The trainer has closed this class to you.',
}

/** @throws ClassError for people who were removed, or a class that is over */
export function stillIn(room: Classroom, { id }: Person): Person {
  const person = room.person(id)
  if (person.status !== 'in') throw new ClassError(403, person.status, words[person.status])
  if (room.state.ended !== undefined) throw new ClassError(403, 'ended', 'This class is over.')
  return person
}
