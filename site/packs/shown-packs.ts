import { loaders } from 'virtual:doorstep/packs'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'

/** The packs that the site shows, the bundled ones first. For pages only: the island loads its own pack alone. */
export const packs: readonly Pack[] = await Promise.all(Object.values(loaders).map((load) => load()))

/** The first pack's flows have the short addresses: `/flows/<flow>/`. Those of others are below their pack. */
export const slugOf = (pack: Pack, flow: Flow): string =>
  pack.id === packs[0]?.id ? flow.id : `${pack.id}/${flow.id}`

export const addressOfFlow = (pack: Pack, flow: Flow): string => `/flows/${slugOf(pack, flow)}/`
