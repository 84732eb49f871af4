import { ofConformance } from './rooms/conformance.ts'
import { ofMachines } from './rooms/machines.ts'
import type { Room } from './rooms/room.ts'
import { ofSite } from './rooms/site.ts'
import { ofTargets } from './rooms/targets.ts'

export type { Room }

/**
 * The allowed imports of every room, by its path. A file belongs to the room with the longest path that it begins with. No two
 * rooms may import each other, and the tests of `.ci/walls` hold that.
 */
export const rooms: Readonly<Record<string, Room>> = {
  ...ofMachines,
  ...ofConformance,
  ...ofTargets,
  ...ofSite,
}
