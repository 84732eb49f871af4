import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Flow } from '../../machines/flow.ts'
import type { Edge } from '../../machines/trace.ts'

/** A place in the source of a flow. `line` is 1-based; 1 where nothing more exact is known. */
export interface ModelPlace {
  file: string
  line: number
}

/** Where things of a flow stand in its source. */
export interface ModelSource {
  transition(edge: Edge): ModelPlace
  /** A gap by its id, or a step or sentence by its key in `notModelled`. */
  entry(name: string): ModelPlace
}

const keyOf = (name: string) => (/^[\w$]+$/.test(name) ? [`${name}:`, `'${name}'`] : [`'${name}'`])
const has = (line: string, name: string) => keyOf(name).some((key) => line.includes(key))

/** Finds things of a flow in its source text: by looking for their names, so that it holds however a machine is written. */
export function searchSource(flow: Flow, file: string, text: string): ModelSource {
  const lines = text.split('\n')
  const definition = lines.findIndex(
    (line) => /\bdefineFlow\(\s*\{|\bdefineFlow\(/.test(line) && !/import/.test(line),
  )
  const machine = definition < 0 ? lines : lines.slice(0, definition)
  const events = Object.keys(flow.events)
  const seen = new Map<string, number>()

  /** Lines that name the step: literally, or by a constant that holds it. */
  function linesOf(step: string): number[] {
    const literal = machine.flatMap((line, n) => (line.includes(`'${step}'`) ? [n] : []))
    const constants = literal.flatMap((n) => machine[n]?.match(/const (\w+) = \{ step:/)?.[1] ?? [])
    const uses = machine.flatMap((line, n) =>
      constants.some((name) => new RegExp(`\\b${name}\\b`).test(line) && !line.includes('const ')) ? [n] : [],
    )
    return uses.length > 0 ? uses : literal
  }

  /** The event under which a line stands. */
  function eventAt(line: number): string | undefined {
    for (let n = line; n >= 0; n--) {
      const named = events.filter((event) => has(machine[n] ?? '', event))
      if (named.length > 0) return named.sort((a, b) => b.length - a.length)[0]
    }
    return undefined
  }

  return {
    transition({ event, meta }) {
      const name = 'step' in meta ? meta.step : 'sentence' in meta ? meta.sentence : ''
      const all = linesOf(name)
      const own = all.filter((line) => eventAt(line) === event)
      const key = `${name} ${event}`
      const turn = seen.get(key) ?? 0
      seen.set(key, turn + 1)
      return { file, line: (own[turn] ?? own[0] ?? all[0] ?? 0) + 1 }
    },
    entry(name) {
      const line = lines.findIndex((text, n) => n >= definition && has(text, name))
      return { file, line: Math.max(0, line) + 1 }
    },
  }
}

const machines = fileURLToPath(new URL('../../machines/', import.meta.url))

/** The source of a flow: `machines/<id>.ts`, named as seen from where the command runs. */
export function sourceOf(flow: Flow): ModelSource {
  const path = `${machines}${flow.id}.ts`
  return searchSource(flow, relative(process.cwd(), path), readFileSync(path, 'utf8'))
}
