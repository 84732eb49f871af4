import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../machines/model/edges.ts'
import { openPacks } from './open-packs.ts'

const bundled = await openPacks([])
const flows = bundled.flatMap(({ pack, folder }) =>
  pack.flows.map((flow) => ({ pack, flow, file: `${folder}/${flow.id}.md`, id: `${pack.id}/${flow.id}` })),
)

describe.each(flows)('the page of $id', ({ pack, flow, file }) => {
  const text = readFileSync(file, 'utf8')

  test('has a title and a lead', () => {
    expect(text).toMatch(/^---\ntitle: .+\nlead: .+\n---\n/)
  })

  test('has the documented steps, numbered as they are', () => {
    const numbers = [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(stepsOf(flow).map((_, index) => index + 1))
  })

  test('links to flows that exist', () => {
    const linked = [...text.matchAll(/\]\(\/flows\/([^/]+)\/\)/g)].map(([, id]) => id)
    expect(linked.filter((id) => !pack.flows.some((flow) => flow.id === id))).toEqual([])
  })
})
