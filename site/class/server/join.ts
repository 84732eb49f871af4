import { hashToken, makeId, type Random } from '../../tenant/secrets.ts'
import { givenName } from '../model/names.ts'
import type { Person } from '../model/state.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'
import { firstPlace, movedTo } from './moves.ts'
import { nameFor } from './person-acts.ts'

interface Joining {
  name?: string | undefined
  /** Made by the browser, so that a request that is sent again joins once. */
  key: string
  /** Of the browser, so that a ban outlasts a new key. */
  device: string
}

interface Joined {
  id: string
  name: string
}

/** A page opens its stream at once, and on a slow line within that time; in ms. */
const ARRIVING = 20_000

/** Someone who joined without a page: the place is there for another. */
const isGhost = (room: Classroom, { id, acted, joined }: Person) =>
  !acted && !room.connected.wasSeen(id) && room.now() - joined > ARRIVING

/**
 * Lets someone into a class; someone with the same key again, once.
 * @throws ClassError where the class is closed, full or over, or the device is banned
 */
export async function join(
  room: Classroom,
  joining: Joining,
  random: Random,
  mostPeople: number,
): Promise<Joined> {
  const { state } = room
  const [keyHash, deviceHash] = [hashToken(joining.key), hashToken(joining.device)]
  const people = [...state.people.values()]
  const isBanned = people.some(
    (person) =>
      person.status === 'banned' && (person.deviceHash === deviceHash || person.keyHash === keyHash),
  )
  if (isBanned || state.banned.includes(deviceHash) || state.banned.includes(keyHash))
    throw new ClassError(403, 'banned', 'The trainer has closed this class to you.')
  const known = people.find((person) => person.keyHash === keyHash && person.status === 'in')
  if (known) return { id: known.id, name: known.name }
  if (state.ended !== undefined) throw new ClassError(403, 'ended', 'This class is over.')
  if (state.closed)
    throw new ClassError(
      403,
      'closed',
      'This class takes no new people. If you have been in it, use your own link.',
    )
  const here = people.filter(({ status }) => status === 'in')
  if (here.length >= mostPeople) {
    const ghosts = here.filter((person) => isGhost(room, person))
    if (ghosts.length === 0)
      throw new ClassError(403, 'full', `This class is full: it has ${mostPeople} people.`)
    for (const { id } of ghosts) await room.forget(id)
    return join(room, joining, random, mostPeople)
  }

  const removed = people.find((person) => person.keyHash === keyHash)
  if (removed) {
    await room.append({ who: removed.id, kind: 'readmitted' })
    return { id: removed.id, name: removed.name }
  }

  const id = `p${makeId(random)}`
  const name = nameFor(room, joining.name?.trim() || givenName(people.length))
  const place = firstPlace(room)
  const written = room.append({
    ...{ who: id, kind: 'joined', name, keyHash, deviceHash, place },
    standing: room.standing(place),
  })
  // Someone who comes late to an exercise has begun it.
  if (state.running) await room.append(movedTo(room, { id, place }, place, 'trainer'))
  await written
  return { id, name }
}
