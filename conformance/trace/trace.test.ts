import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { DriftKind } from './drift-kinds.ts'
import { teapot } from './fixtures/flows.ts'
import { isOpen, type TracedProcedure, traceDocumentation } from './trace.ts'

const at = (path: string) => fileURLToPath(new URL(`./fixtures/${path}`, import.meta.url))
const pack = { pack: teapot, folder: at(''), file: at('flows.ts') }
const trace = (paths: string[], lock?: ReturnType<typeof lockOf>) =>
  traceDocumentation(paths.map(at), [pack], lock).trace
const lockOf = (paths: string[]) => traceDocumentation(paths.map(at), [pack]).lock
const model = 'conformance/trace/fixtures/flows.ts'

const brief = ({ title, flow, steps }: TracedProcedure) => [title, flow, steps.map(({ id }) => id)]

describe('coverage', () => {
  test('documented steps and their transitions', () => {
    const { procedures, irregularities } = trace(['manual'])
    expect(procedures.map(brief)).toEqual([
      ['Brew tea', 'brew-tea', ['brew-tea.1', 'brew-tea.2', 'brew-tea.3']],
      ['Clean the pot', 'clean-pot', ['clean-pot.1', 'clean-pot.2']],
    ])
    expect(procedures[0]?.steps[0]).toMatchObject({
      number: 1,
      file: at('manual/teapot.md'),
      line: 15,
      labels: ['Home', 'Fill the pot'],
      transitions: [
        {
          id: 'dry/fill.button',
          event: 'fill.button',
          source: 'dry',
          target: 'full',
          file: model,
          line: 39,
          screen: { id: 'pot', file: model, line: 8 },
        },
        { id: 'dry/fill.icon', line: 40 },
      ],
    })
    expect(irregularities).toEqual([])
  })

  test('one list may be several flows; what is no flow is not modelled, step by step', () => {
    const { procedures, irregularities, gaps } = trace(['quick.md'])
    expect(procedures.map(brief)).toEqual([
      ['Your first cup', 'brew-tea', ['brew-tea.1', 'brew-tea.2', 'brew-tea.3']],
      ['Your first cup', 'clean-pot', ['clean-pot.1', 'clean-pot.2']],
      ['Order tea leaves', null, [null, null]],
    ])
    expect(procedures[1]?.steps.map(({ number }) => number)).toEqual([4, 5])
    expect(irregularities.map(({ kind, line }) => [kind, line])).toEqual([['several-flows', 5]])
    expect(gaps.filter(({ open }) => open).map(({ kind, line }) => [kind, line])).toEqual([
      ['no-transition', 13],
      ['no-transition', 14],
    ])
  })

  test('gaps that are known are shown and are not open', () => {
    const result = trace(['manual'])
    expect(result.gaps.map(({ kind, flow, step, open }) => [kind, flow, step, open])).toEqual([
      ['not-modelled', 'brew-tea', 'two-hours', false],
      ['finding', 'brew-tea', 'brew-tea.2', false],
    ])
    expect(isOpen(result)).toBe(false)
  })
})

describe('drift', () => {
  const kinds = (drift: { kind: DriftKind; step: string | null }[]) =>
    drift.map(({ kind, step }) => [kind, step])

  test('none against the own lock', () => {
    expect(trace(['manual'], lockOf(['manual'])).drift).toEqual([])
  })

  test('a page split in two: moves, wording, links and images, and nothing else', () => {
    const result = trace(['split'], lockOf(['manual']))
    expect(kinds(result.drift)).toEqual([
      ['step-moved', 'brew-tea.1'],
      ['step-moved', 'brew-tea.2'],
      ['step-moved', 'brew-tea.3'],
      ['image-changed', 'brew-tea.1'],
      ['step-reworded', 'brew-tea.2'],
      ['link-changed', 'brew-tea.3'],
      ['step-moved', 'clean-pot.1'],
      ['step-moved', 'clean-pot.2'],
      ['step-relabelled', 'clean-pot.1'],
      ['text-reworded', null],
    ])
    expect(result.drift[8]).toMatchObject({
      page: 'cleaning',
      number: 1,
      file: at('split/cleaning.md'),
      line: 3,
      text: 'Step 1: “Empty” became “Pour out”.',
    })
    expect(isOpen(result)).toBe(true)
  })

  test('a label that the model does not know is one gap', () => {
    const { gaps } = trace(['split/cleaning.md'])
    expect(gaps.filter(({ open }) => open).map(({ kind, step, line }) => [kind, step, line])).toEqual([
      ['differs', 'clean-pot.1', 3],
    ])
  })

  test('the same as a list lines up with the same flows', () => {
    const { drift } = trace(['quick.md'], lockOf(['manual']))
    expect(drift.filter(({ kind }) => kind === 'step-moved').map(({ step }) => step)).toEqual([
      'brew-tea.1',
      'brew-tea.2',
      'brew-tea.3',
      'clean-pot.1',
      'clean-pot.2',
    ])
    expect(drift.filter(({ kind }) => /added|removed|missing|renumbered|reordered/.test(kind))).toMatchObject(
      [{ kind: 'procedure-added', title: 'Order tea leaves' }],
    )
  })

  test('new pages and missing pages are reported once', () => {
    const { drift } = trace(['quick.md'], lockOf(['split/cleaning.md']))
    expect(
      kinds(drift).filter(([kind]) => kind?.startsWith('page') || kind?.startsWith('procedure')),
    ).toEqual([
      ['procedure-added', null],
      ['procedure-added', null],
    ])
    expect(kinds(trace(['manual'], { ...lockOf(['manual']), steps: [], sections: [] }).drift)).toEqual([
      ['page-added', null],
    ])
  })
})
