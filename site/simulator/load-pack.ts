import { loaders } from 'virtual:doorstep/packs'
import type { Pack } from '../../machines/model/pack.ts'
import { type ProductScreens, products } from '../products.ts'

/** A pack, with the screens of its product if there are any. */
export interface LoadedPack {
  pack: Pack
  product?: ProductScreens | undefined
}

const loading = new Map<string, Promise<LoadedPack>>()

async function load(id: string): Promise<LoadedPack> {
  const [pack, product] = await Promise.all([loaders[id]?.(), products[id]?.()])
  if (!pack) throw new Error(`The site was built without a pack "${id}": build it again.`)
  return { pack, product }
}

/** A page carries its own pack alone. The same promise each time, so that it can be read while rendering. */
export function loadPack(id: string): Promise<LoadedPack> {
  const promise = loading.get(id) ?? load(id)
  loading.set(id, promise)
  return promise
}
