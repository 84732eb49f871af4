import { screenOf, statesOf } from '../../machines/model/edges.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { aboutRoles, partsOf, type Role, type RoleName } from '../../machines/model/roles.ts'
import { flowsIn } from '../packs/pack-of.ts'
import type { Target } from '../targets/target.ts'

type Held = Pick<Target, 'packs' | 'cannotWalk'>

/** How a target does something, as the first pack that has the role says; `undefined` where the target does not do it. */
export function roleHere<N extends RoleName>(target: Held, name: N): Role<N> | undefined {
  return whyNoRole(target, name) === undefined
    ? (packWith(target, name)?.roles?.[name] as Role<N>)
    : undefined
}

/**
 * Why a target does not have a role; `undefined` where it has. No pack says how, or the role needs a screen that only flows show
 * which the target does not have.
 */
export function whyNoRole({ packs, cannotWalk }: Held, name: RoleName): string | undefined {
  const pack = packWith({ packs }, name)
  if (!pack) {
    const titles = packs.map(({ title }) => `“${title}”`).join(' and ')
    return `The pack ${titles} does not say how its product does this: ${name} (${aboutRoles[name]}).`
  }
  const showing = flowsShowing(packs)
  for (const screen of screensOf(pack, name)) {
    const flows = showing.get(screen) ?? []
    const [first] = flows
    const why = first && cannotWalk?.(first)
    if (!why || flows.some((flow) => cannotWalk?.(flow) === undefined)) continue
    const { heading } = pack.screens[screen] ?? { heading: screen }
    return `This needs ${aboutRoles[name]}, and so the screen “${heading}” of ${flows.join(' or ')}. ${why}`
  }
  return undefined
}

const packWith = ({ packs }: Pick<Target, 'packs'>, name: RoleName): Pack | undefined =>
  packs.find((pack) => pack.roles?.[name])

function screensOf({ roles }: Pack, name: RoleName): string[] {
  const { acts, screens } = partsOf({ [name]: roles?.[name] })
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
