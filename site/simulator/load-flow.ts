import type { Flow } from '../../machines/flow.ts'

const files = import.meta.glob<Record<string, unknown>>(['../../machines/*.ts', '!**/*.test.ts'])
const loading = new Map<string, Promise<Flow>>()

const isFlow = (value: unknown, id: string): value is Flow =>
  typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'machine' in value

async function load(id: string): Promise<Flow> {
  const module = await files[`../../machines/${id}.ts`]?.()
  const flow = Object.values(module ?? {}).find((value) => isFlow(value, id))
  if (!isFlow(flow, id)) throw new Error(`machines/${id}.ts has no flow of that id.`)
  return flow
}

/** A page carries its own flow alone. The same promise each time, so that it can be read while rendering. */
export function loadFlow(id: string): Promise<Flow> {
  const promise = loading.get(id) ?? load(id)
  loading.set(id, promise)
  return promise
}
