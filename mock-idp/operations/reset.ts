import type { Directory } from '../directory/types.ts'
import type { ProviderState } from '../provider-state.ts'

/** Puts a directory back to what it was, in place: others hold the same object. */
function restore(directory: Directory, before: Directory) {
  for (const key of Object.keys(directory)) if (!(key in before)) Reflect.deleteProperty(directory, key)
  Object.assign(directory, structuredClone(before))
}

/** Makes everything as it was at the start. Keys stay, also where they were rotated. */
export async function reset(state: ProviderState, initial: readonly Directory[]): Promise<void> {
  const { store, artifacts, requests, events } = state
  for (const directory of await store.list()) {
    await artifacts.deleteOwner(directory.id)
    const before = initial.find(({ id }) => id === directory.id)
    const { hasOwnKeys } = directory
    if (before) {
      restore(directory, before)
      await store.put(Object.assign(directory, hasOwnKeys && { hasOwnKeys }))
    } else {
      await store.delete(directory.id)
      await state.forget(directory.id)
    }
  }
  const left = new Set((await store.list()).map(({ id }) => id))
  for (const before of initial) if (!left.has(before.id)) await store.put(structuredClone(before))
  await artifacts.deleteOwner('')
  requests.forget()
  events.forget()
}
