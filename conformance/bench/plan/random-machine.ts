import { type AnyStateMachine, createMachine } from 'xstate'

/** Numbers from 0 up to 1, always the same for the same seed (mulberry32, public domain). */
export function randomly(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A machine in which every state can be reached from every other: a circle through all of them in random order, plus
 * transitions between random states. Some lead from a state to itself and change nothing.
 */
export function randomMachine(states: number, transitions: number, seed: number): AnyStateMachine {
  const random = randomly(seed)
  const any = () => Math.floor(random() * states)
  const circle = Array.from({ length: states }, (_, state) => ({ state, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ state }) => state)
  const edges = circle.map((from, place) => ({ from, to: circle[(place + 1) % states] ?? from }))
  while (edges.length < transitions) edges.push({ from: any(), to: any() })
  const on: Record<string, string>[] = Array.from({ length: states }, () => ({}))
  for (const { from, to } of edges) {
    const events = on[from] ?? {}
    events[`e${Object.keys(events).length}`] = `s${to}`
  }
  return createMachine({
    id: `random-${states}-${transitions}-${seed}`,
    initial: 's0',
    states: Object.fromEntries(on.map((events, state) => [`s${state}`, { on: events }])),
  })
}
