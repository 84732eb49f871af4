import { expect, test, vi } from 'vitest'
import * as fingerprint from './fingerprint.ts'
import { matchSteps } from './match-steps.ts'
import type { FoundStep, LockedStep } from './snapshot.ts'

const step = (n: number, words: string): FoundStep => {
  const text = `Click Button ${n} ${words}`
  return {
    id: null,
    flow: null,
    page: 'page',
    title: 'Title',
    number: n,
    labels: [`Button ${n}`],
    text: fingerprint.hashOf(text),
    sketch: fingerprint.sketchOf(text),
    frame: fingerprint.frameOf(text, [`Button ${n}`]),
    links: [],
    images: [],
    linkTargets: [],
    imageTargets: [],
    file: 'page.md',
    line: n,
  }
}

const list = (length: number, words: string): LockedStep[] =>
  Array.from({ length }, (_, n) => step(n + 1, words))

/** Comparisons of two texts when every step of a list was reworded, which is the worst case. */
function comparisons(length: number): number {
  const spy = vi.spyOn(fingerprint, 'similarityOf')
  const { pairs } = matchSteps(list(length, 'here'), list(length, 'there') as FoundStep[])
  expect(pairs).toHaveLength(length)
  const { length: count } = spy.mock.calls
  spy.mockRestore()
  return count
}

test('twice the steps take about twice the comparisons', () => {
  const [once, twice] = [comparisons(800), comparisons(1600)]
  expect(once).toBeGreaterThan(0)
  expect(twice / once).toBeLessThan(2.5)
})
