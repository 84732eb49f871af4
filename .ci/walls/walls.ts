import { dirname, join, normalize } from 'node:path'
import { doors } from './doors.ts'
import { importsOf } from './imports-of.ts'
import type { Room } from './rooms.ts'

/** A source file: its path from the root, and its text. */
export interface SourceFile {
  path: string
  source: string
}

/** Tests, and what only tests use. */
const TEST = /\.(test|spec)\.tsx?$|\/(testing|fixtures|runners)\//

type Rooms = Readonly<Record<string, Room>>

/** Imports that a room may not have, each in one line with the place. */
export const violationsIn = (rooms: Rooms, files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => violationsOf(rooms, file))

function violationsOf(rooms: Rooms, { path, source }: SourceFile): string[] {
  const name = roomOf(rooms, path)
  const room = name === undefined ? undefined : rooms[name]
  if (!name || !room) return []
  return importsOf(path, source).flatMap(({ specifier, line }) => {
    if (isAllowed(rooms, name, room, path, specifier)) return []
    return [`${path}:${line} imports ${specifier}, which ${name} may not: see .ci/walls/rooms.`]
  })
}

function isAllowed(rooms: Rooms, name: string, room: Room, path: string, specifier: string): boolean {
  const isTest = TEST.test(path)
  const target = specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : doors.get(specifier)
  if (target === undefined) {
    if (isTest) return true
    return room.packages === undefined || room.packages.some((one) => isPartOf(specifier, one))
  }
  const other = roomOf(rooms, target)
  if (other === undefined || other === name) return true
  return room.rooms.includes(other) || (isTest && (room.tests ?? []).includes(other))
}

const isPartOf = (specifier: string, name: string) => specifier === name || specifier.startsWith(`${name}/`)

/** The room of a file; `undefined` where it is in none. */
export const roomOf = (rooms: Rooms, path: string): string | undefined =>
  Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0]

/** Pairs of rooms that may import each other: none should. */
export const circlesIn = (rooms: Rooms): string[] =>
  Object.entries(rooms).flatMap(([name, room]) =>
    room.rooms
      .filter((other) => name < other && rooms[other]?.rooms.includes(name))
      .map((other) => `${name} and ${other}`),
  )
