import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flows } from '../../machines/index.ts'
import { edgesOf } from '../../machines/trace.ts'
import { diagramSource, statesOf } from './source.ts'

const namesIn = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(`${attribute}="([^"]*)"`, 'g'))].flatMap(([, names]) => names?.split(' ') ?? [])

describe.each(flows)('the diagram of $id', (flow) => {
  const svg = readFileSync(new URL(`./svg/${flow.id}.svg`, import.meta.url), 'utf8')

  test('was drawn from the machine as it is now: otherwise run "npm run diagrams"', () => {
    const hash = createHash('sha256').update(diagramSource(flow)).digest('hex').slice(0, 16)
    expect(svg).toContain(`data-source="${hash}"`)
  })

  test('names every state and every transition, so that they can be marked', () => {
    const states = new Set(namesIn(svg, 'data-state'))
    const edges = new Set(namesIn(svg, 'data-edge'))
    expect(statesOf(flow).filter((state) => !states.has(state))).toEqual([])
    expect(edgesOf(flow).filter(({ id }) => !edges.has(id))).toEqual([])
  })
})
