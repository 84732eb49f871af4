import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edge } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'

/** A place in the source of a flow. `line` is 1-based; 1 where nothing more exact is known. */
interface ModelPlace {
  file: string
  line: number
}

/** Where things of a flow stand in its source. */
export interface ModelSource {
  transition(edge: Edge): ModelPlace
  /** A gap by its id, or a step or sentence by its key in `notModelled`. */
  entry(name: string): ModelPlace
}

export interface SourceText {
  file: string
  lines: string[]
}

const isKey = (line: string, name: string) =>
  line.includes(`'${name}':`) || (/^[\w$]+$/.test(name) && new RegExp(`(?<![\\w'.-])${name}:`).test(line))

/** Lines of the machine that name a step: literally, or by a constant that holds it. */
function linesNaming(step: string, machine: string[]): number[] {
  const literal = machine.flatMap((line, n) => (line.includes(`'${step}'`) ? [n] : []))
  const constants = literal.flatMap((n) => machine[n]?.match(/const (\w+) = \{ step:/)?.[1] ?? [])
  const uses = machine.flatMap((line, n) =>
    constants.some((name) => !line.includes('const ') && new RegExp(`\\b${name}\\b`).test(line)) ? [n] : [],
  )
  return uses.length > 0 ? uses : literal
}

/** The event under which a line stands: the nearest one above it. */
function eventAbove(line: number, lines: string[], events: string[]): string | undefined {
  for (let n = line; n >= 0; n--) {
    const named = events.filter((event) => isKey(lines[n] ?? '', event))
    if (named.length > 0) return named.sort((a, b) => b.length - a.length)[0]
  }
  return undefined
}

/** A line of a shared part of a machine where the event leads on by a documented step. */
function lineInShared(event: string, lines: string[]): number {
  return lines.findIndex(
    (line, n) =>
      isKey(line, event) &&
      /\bstep\b/.test(
        lines
          .slice(n, n + 3)
          .join(' ')
          .split('},')[0] ?? '',
      ),
  )
}

/**
 * Finds things of a flow in its source by their names, so that it holds however a machine is written: first in its own file,
 * then in the parts that it shares with others.
 */
export function searchSource(flow: Flow, own: SourceText, shared: SourceText[]): ModelSource {
  const definition = own.lines.findIndex((line) => line.includes('= defineFlow('))
  const machine = own.lines.slice(0, definition < 0 ? undefined : definition)
  const events = Object.keys(flow.events)
  const turns = new Map<string, number>()

  function inOwn({ event, meta }: Edge): number {
    const name = 'step' in meta ? meta.step : 'sentence' in meta ? meta.sentence : ''
    const lines = linesNaming(name, machine).filter((line) => eventAbove(line, machine, events) === event)
    const key = `${name} ${event}`
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return lines[turn] ?? lines[0] ?? -1
  }

  return {
    transition(edge) {
      const line = inOwn(edge)
      if (line >= 0) return { file: own.file, line: line + 1 }
      for (const { file, lines } of shared) {
        const line = lineInShared(edge.event, lines)
        if (line >= 0) return { file, line: line + 1 }
      }
      const named = machine.findIndex((text) => text.includes(`'${edge.event}'`) && !isKey(text, edge.event))
      return { file: own.file, line: Math.max(0, named) + 1 }
    },
    entry(name) {
      const isEntry = (text: string) => text.includes(`id: '${name}'`) || isKey(text, name)
      const line = own.lines.findLastIndex((text, n) => n >= definition && isEntry(text))
      return { file: own.file, line: Math.max(0, line) + 1 }
    },
  }
}

const machines = fileURLToPath(new URL('../../machines/', import.meta.url))
function read(name: string): SourceText {
  const path = `${machines}${name}`
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return { file: relative(process.cwd(), path), lines: text.split('\n') }
}

/**
 * The source of a flow: `machines/<id>.ts` and what that imports, named as seen from where the command runs. Line 1 where a
 * flow is kept elsewhere.
 */
export function sourceOf(flow: Flow): ModelSource {
  const own = read(`${flow.id}.ts`)
  const imports = own.lines.flatMap((line) => line.match(/from '\.\/([\w-]+\.ts)'/)?.[1] ?? [])
  return searchSource(flow, own, imports.map(read))
}
