import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flows } from '../../machines/index.ts'
import { stepsOf } from '../../machines/trace.ts'

describe.each(flows)('the page of $id', (flow) => {
  const text = readFileSync(new URL(`./flows/${flow.id}.md`, import.meta.url), 'utf8')

  test('has the documented steps, numbered as they are', () => {
    const numbers = [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    expect(numbers).toEqual(stepsOf(flow).map((_, index) => index + 1))
  })

  test('links to flows that exist', () => {
    const linked = [...text.matchAll(/\]\(\/flows\/([^/]+)\/\)/g)].map(([, id]) => id)
    expect(linked.filter((id) => !flows.some((flow) => flow.id === id))).toEqual([])
  })
})
