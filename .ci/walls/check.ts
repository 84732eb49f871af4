/** `npm run lint`: ends with 1 when a room imports what it may not. */
import { sourceFiles } from './files.ts'
import { rooms } from './rooms.ts'
import { circlesIn, violationsIn } from './walls.ts'

const found = [
  ...violationsIn(rooms, sourceFiles()),
  ...circlesIn(rooms).map((pair) => `${pair} may import each other: see .ci/walls/rooms.`),
]
for (const line of found) console.error(line)
process.exitCode = found.length > 0 ? 1 : 0
