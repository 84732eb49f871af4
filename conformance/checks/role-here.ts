import { screenOf, statesOf } from '../../machines/model/edges.ts'
import type { Pack } from '../../machines/model/pack.ts'
import {
  aboutRoles,
  partsOf,
  type Role,
  type RoleName,
  type Roles,
  separableParts,
} from '../../machines/model/roles.ts'
import { flowsIn } from '../packs/pack-of.ts'
import type { Target } from '../targets/target.ts'

type Held = Pick<Target, 'packs' | 'cannotWalk'>

/**
 * How a target does something, as the first pack that has the role says, without the parts that the target lacks; `undefined` where the
 * target does not do it.
 */
export function roleHere<N extends RoleName>(target: Held, name: N): Role<N> | undefined {
  const pack = packWith(target, name)
  const role = pack?.roles?.[name]
  if (!pack || !role || whyNoRole(target, name) !== undefined) return undefined
  const lacking = partsOff(name).filter((part) => missingOf(target, { [part]: at(role, part) }))
  return (lacking.length > 0 ? without(role, lacking) : role) as Role<N>
}

/**
 * Why a target does not have a role; `undefined` where it has. No pack says how, or the role needs a screen that only flows show
 * which the target does not have.
 */
export function whyNoRole(target: Held, name: RoleName): string | undefined {
  const { packs } = target
  const pack = packWith({ packs }, name)
  if (!pack) {
    const titles = packs.map(({ title }) => `“${title}”`).join(' and ')
    return `The pack ${titles} does not say how its product does this: ${name} (${aboutRoles[name]}).`
  }
  const missing = missingOf(target, without(pack.roles?.[name] ?? {}, partsOff(name)))
  if (!missing) return undefined
  const { heading } = pack.screens[missing.screen] ?? { heading: missing.screen }
  return `This needs ${aboutRoles[name]}, and so the screen “${heading}” of ${missing.flows.join(' or ')}. ${missing.why}`
}

/** The first screen that acts and screens need and the target lacks, for it walks none of the flows that show it. */
function missingOf({ packs, cannotWalk }: Held, role: object) {
  const showing = flowsShowing(packs)
  for (const screen of screensOf(role)) {
    const flows = showing.get(screen) ?? []
    const [first] = flows
    const why = first && cannotWalk?.(first)
    if (why && flows.every((flow) => cannotWalk?.(flow) !== undefined)) return { screen, flows, why }
  }
  return undefined
}

const partsOff = (name: RoleName): readonly string[] => separableParts[name] ?? []
const at = (role: object, part: string): unknown => Object.entries(role).find(([key]) => key === part)?.[1]
const without = (role: object, parts: readonly string[]): object =>
  Object.fromEntries(Object.entries(role).filter(([key]) => !parts.includes(key)))

const packWith = ({ packs }: Pick<Target, 'packs'>, name: RoleName): Pack | undefined =>
  packs.find((pack) => pack.roles?.[name])

function screensOf(role: object): string[] {
  const { acts, screens } = partsOf(role as Roles)
  return [...new Set([...screens.map(({ screen }) => screen), ...acts.map(({ act }) => act.screen)])]
}

const shownBy = new WeakMap<readonly Pack[], Map<string, string[]>>()

/** The flows that show a screen, by their ids. */
function flowsShowing(packs: readonly Pack[]): Map<string, string[]> {
  const known = shownBy.get(packs)
  if (known) return known
  const showing = new Map<string, string[]>()
  for (const flow of flowsIn(packs))
    for (const screen of new Set(statesOf(flow).map((state) => screenOf(flow, state))))
      showing.set(screen, [...(showing.get(screen) ?? []), flow.id])
  shownBy.set(packs, showing)
  return showing
}
