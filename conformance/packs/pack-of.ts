import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { flowOf } from '../../machines/model/perform.ts'
import { CheckError } from '../errors.ts'
import { choiceAmong } from '../names.ts'

/** Every flow of some packs, in their order. */
export const flowsIn = (packs: readonly Pack[]): Flow[] => packs.flatMap(({ flows }) => flows)

/**
 * The pack that has a flow of that id.
 * @throws CheckError `unknown-flow`, naming the flows there are
 */
export function packOf(packs: readonly Pack[], flow: string): Pack {
  const pack = packs.find(({ flows }) => flows.some(({ id }) => id === flow))
  if (pack) return pack
  const known = flowsIn(packs).map(({ id }) => id)
  throw new CheckError('unknown-flow', `There is no flow "${flow}": ${choiceAmong(flow, known)}.`)
}

/** The flow of that id. @throws CheckError `unknown-flow` */
export const flowIn = (packs: readonly Pack[], flow: string): Flow => flowOf(packOf(packs, flow), flow)

/** What is shown at the address that only someone who is logged in can open; `undefined` where a pack has none. */
export function protectedScreenOf({ protectedPage, addresses, screens }: Pack) {
  const id = protectedPage && addresses[protectedPage]
  const screen = id ? screens[id] : undefined
  return id && screen ? { id, heading: screen.heading } : undefined
}
