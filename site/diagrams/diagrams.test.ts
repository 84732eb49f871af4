import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packs } from '@doorstep/machines'
import { describe, expect, test } from 'vitest'
import { edgesOf, statesOf } from '../../machines/model/edges.ts'
import { library } from '../../machines/model/testing/small-pack.ts'
import { diagramSource, drawingOf } from './source.ts'

const namesIn = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(`${attribute}="([^"]*)"`, 'g'))].flatMap(([, names]) => names?.split(' ') ?? [])

const flows = packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow, id: `${pack.id}/${flow.id}` })))

describe.each(flows)('the diagram of $id', ({ pack, flow, id }) => {
  const svg = readFileSync(new URL(`./svg/${id}.svg`, import.meta.url), 'utf8')

  test('was drawn from the machine as it is now: otherwise run "npm run diagrams"', () => {
    const hash = createHash('sha256').update(diagramSource(pack, flow)).digest('hex').slice(0, 16)
    expect(namesIn(svg, 'data-source')).toEqual([hash])
  })

  test('names every state and every transition, so that they can be marked', () => {
    const states = new Set(namesIn(svg, 'data-state'))
    const edges = new Set(namesIn(svg, 'data-edge'))
    expect(statesOf(flow).filter((state) => !states.has(state))).toEqual([])
    expect(edgesOf(flow).filter(({ id }) => !edges.has(id))).toEqual([])
  })
})

describe('what is drawn of any pack', () => {
  const [enter, renew] = library.flows
  if (!enter || !renew) throw new Error('The pack has lost its flows.')

  test('states by the headings of their screens, told apart by state names if they share a heading', () => {
    const source = diagramSource(library, enter)
    expect(source).toContain('state "Library" as front')
    expect(source).toContain('state "Password<br/>blocked" as blocked')
    expect(diagramSource(library, renew)).toContain('state "ready but late" as renewal_readyButLate')
  })

  test('one arrow for all transitions between two states, with the ids of each', () => {
    const { states, arrows } = drawingOf(library, renew)
    expect(states.renewal_ready).toBe('renewal.ready')
    expect(arrows).toContainEqual(['renewal.readyButWeak/set'])
    expect(arrows.flat().toSorted()).toEqual(
      edgesOf(renew)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  test('labels with characters that mean something to Mermaid', () => {
    const screens = { ...library.screens, front: { heading: 'The "front"; door #1' } }
    expect(diagramSource({ ...library, screens }, enter)).toContain(
      'state "The #34;front#34;#59; door #35;1" as front',
    )
  })
})
