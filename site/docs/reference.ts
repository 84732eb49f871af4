import { type Room, rooms } from '../../.ci/walls/rooms.ts'
import { rolesNeeded } from '../../conformance/checks/check.ts'
import { checksFor } from '../../conformance/checks/index.ts'
import { aboutOf } from '../../conformance/checks/render-readme.ts'
import { promises } from '../../conformance/plan/describe/guarantee.ts'
import { aboutVerdicts } from '../../conformance/report/about-verdicts.ts'
import { packs } from '../../machines/index.ts'
import { misbehaviours } from '../../mock-idp/misbehaviours/index.ts'
import { moduleOf } from '../../mock-idp/misbehaviours/types.ts'
import { commandReference } from './command-reference.ts'
import { messageReference } from './message-reference.ts'
import { profileReference } from './profile-reference.ts'

/** All that the pages of the documentation say about the code, read from the code, as data. */
export async function readReference() {
  return {
    commands: await commandReference(),
    profile: profileReference(),
    checks: checkReference(),
    verdicts: aboutVerdicts,
    depths: promises,
    misbehaviours: misbehaviours.map((one) => {
      const { id, group, clause, breaks, goodClient } = one
      return { id, group, clause, breaks, goodClient, module: moduleOf(one) ?? null }
    }),
    messages: messageReference(),
    rooms: Object.entries<Room>(rooms).map(([room, { rooms: imports }]) => ({ room, imports: [...imports] })),
  }
}

/** The checks in their groups. */
function checkReference() {
  const checks = checksFor(packs).map((check) => {
    const { id, title, source, level, asvsLevel, roles, needs, claims } = check
    return {
      about: aboutOf(check),
      id,
      title,
      source,
      level,
      asvsLevel: asvsLevel ?? null,
      roles: rolesNeeded({ roles }),
      needs,
      claims,
    }
  })
  return [...Map.groupBy(checks, ({ about }) => about)].map(([about, own]) => ({ about, checks: own }))
}
