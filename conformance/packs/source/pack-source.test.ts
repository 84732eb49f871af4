import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { type Edge, edgesOf } from '../../../machines/model/edges.ts'
import { originKinds } from '../../../machines/model/origin.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { loadPack } from '../load-pack.ts'
import { shapes } from './fixtures/shapes/pack.ts'
import { placeText, type SourceLocation, sourceOf } from './pack-source.ts'

const here = (path: string) => resolve(import.meta.dirname, path)
const folder = here('fixtures/shapes')

/** Everything that has a place: what it is → where. */
function placesOf(pack: Pack, file: string): Map<string, SourceLocation> {
  const source = sourceOf({ pack, file })
  const parts = ['steps', 'sentences', 'notModelled'] as const
  return new Map([
    ...Object.keys(pack.screens).map((id) => [`screen ${id}`, source.screen(id)] as const),
    ...pack.flows.flatMap((flow) => {
      const own = source.flow(flow)
      return [
        ...edgesOf(flow).map((edge) => [`transition ${flow.id} ${edge.id}`, own.transition(edge)] as const),
        ...flow.gaps.map(({ id }) => [`gap ${flow.id} ${id}`, own.gap(id)] as const),
        ...parts.flatMap((part) =>
          Object.keys(flow[part]).map((key) => [`${part} ${flow.id} ${key}`, own.entry(part, key)] as const),
        ),
      ]
    }),
  ])
}

/** What the comments of the fixture say is there: what it is → `<file>:<line>`. */
function marked(): Map<string, string> {
  return new Map(
    readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, n) => {
          const [, what] = /\/\/ ((?:screen|transition|gap|steps|sentences|notModelled) .+)$/.exec(line) ?? []
          return what ? [[what, `conformance/packs/source/fixtures/shapes/${name}:${n + 1}`] as const] : []
        }),
    ),
  )
}

test('finds what is written in many ways, and names no line where the text does not say it', () => {
  const found = placesOf(shapes, join(folder, 'pack.ts'))
  const certain = [...found].filter(([, { line }]) => line !== null)
  expect(Object.fromEntries(certain.map(([what, place]) => [what, placeText(place)]))).toEqual(
    Object.fromEntries(marked()),
  )
  const doubtful = [...found].filter(([, { line }]) => line === null)
  expect(doubtful.map(([what, { file }]) => [what, file])).toEqual(
    [
      'transition doubtful a/press',
      'transition doubtful a/pull',
      'transition doubtful b/turn',
      'transition doubtful c/press',
      'transition doubtful c/pull',
      'transition doubtful d/pull',
      'transition doubtful e/press',
      'transition doubtful f/press',
      'transition doubtful g/press[1]',
      'transition doubtful g/press[2]',
      'transition doubtful g/press[3]',
      'gap doubtful gap-1',
      'gap doubtful gap-2',
      'steps doubtful 1',
    ].map((what) => [what, 'conformance/packs/source/fixtures/shapes/doubtful.ts']),
  )
})

/** Whether a line can be that of a transition: it names its event, its target, its message or its origin. */
function names({ event, target, meta }: Edge, line: string): boolean {
  const last = target.split('.').at(-1) ?? ''
  const texts = [
    event,
    last,
    ...(meta.shows ? [meta.shows] : []),
    ...originKinds.flatMap((kind) => (kind in meta ? `${kind}:` : [])),
  ]
  const isComputed = /^\s*\[\w+\]: to\(/.test(line)
  return isComputed || texts.some((text) => line.includes(text))
}

/** Every example that has a pack. */
const examples = readdirSync(here('../../../examples'))
  .map((name) => here(`../../../examples/${name}/pack`))
  .filter((folder) => existsSync(folder))

test('finds every transition of the bundled pack and of the examples, in a line that is about it', async () => {
  const others = await Promise.all(examples.map((folder) => loadPack(folder)))
  expect(others.length).toBeGreaterThan(0)
  const bundled = { pack: firstLogin, file: here('../../../machines/first-login/pack.ts') }
  for (const { pack, file } of [bundled, ...others]) {
    for (const [what, { file: path, line }] of placesOf(pack, file)) {
      expect(line, what).not.toBeNull()
      const text = readFileSync(path, 'utf8').split('\n')[(line ?? 0) - 1] ?? ''
      const [kind, flow, ...rest] = what.split(' ')
      const own = pack.flows.find(({ id }) => id === flow)
      const edge = own && kind === 'transition' && edgesOf(own).find(({ id }) => id === rest.join(' '))
      expect(edge ? names(edge, text) : text.includes(rest[0] ?? flow ?? ''), `${what}: ${text}`).toBe(true)
    }
  }
})

test('a pack that is not found in its file has only the file', () => {
  const elsewhere = sourceOf({ pack: shapes, file: here('value.ts') })
  expect(elsewhere.screen('pot')).toEqual({ file: 'conformance/packs/source/value.ts', line: null })
  const [flow] = shapes.flows
  if (!flow) return expect.unreachable()
  expect(elsewhere.flow(flow).gap('how-hot').line).toBeNull()
})
