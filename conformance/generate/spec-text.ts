import type { Flow } from '../../machines/model/flow.ts'
import { type Moment, walk } from '../../machines/model/walk.ts'
import { printText } from '../draft/print.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import { type PageObject, whyNot } from './page-object.ts'

/** The spec of a flow: a test for each path, in it a step for each documented step. */
export function specText(
  flow: Flow,
  paths: readonly PlannedPath[],
  page: PageObject,
  pageFile: string,
): string {
  const { className } = page
  const tests = paths.map((path) => testText(flow, path, page))
  // A spec whose tests are only named needs none of them.
  const imports = tests.some((text) => text.includes(`new ${className}(`))
    ? `import { ${className} } from './${pageFile}'\nimport { personWith } from './people.ts'\n`
    : ''
  return `import { test } from '@playwright/test'
${imports}
test.describe(${printText(flow.title)}, () => {
${tests.join('\n\n')}
})
`
}

function testText(flow: Flow, { id, given, events }: PlannedPath, page: PageObject): string {
  const [, ...moments] = walk(flow, given, events)
  const title = printText(`${id}: ${givenText(flow, given)}; ${labelOf(flow, moments.at(-1))}`)
  const left = events.flatMap((event) => {
    const why = flow.events[event] && whyNot(flow.events[event])
    return why ? [`“${flow.events[event]?.label}”: ${why}`] : []
  })
  if (left.length > 0)
    return `  // Not written: ${[...new Set(left)].join('; ').replace(/\s+/g, ' ')}.\n  test.fixme(${title}, () => {})`
  const body = stepsOf(flow, given, events)
    .map((group) => stepText(flow, group, page))
    .join('\n')
  const keeps = body.includes('(person)') ? 'const person = ' : ''
  return `  test(${title}, async ({ page }) => {
    const app = new ${page.className}(page)
    ${keeps}await personWith(${printText(given)}, ${printText(flow.id)})
${body}
  })`
}

/** One event of a path: where it is done, and what comes of it. */
interface Done {
  event: string
  from: string
  to: Moment
}

/** The events of a path, those of one documented step together. */
function stepsOf(flow: Flow, given: string, events: readonly string[]): Done[][] {
  const moments = walk(flow, given, events)
  const groups: Done[][] = []
  for (const [n, event] of events.entries()) {
    const [before, to] = [moments[n], moments[n + 1]]
    if (!before || !to) break
    const last = groups.at(-1)
    const done = { event, from: before.screen, to }
    const step = documentedBy(to)
    if (last && step && documentedBy(last.at(-1)?.to) === step) last.push(done)
    else groups.push([done])
  }
  return groups
}

const documentedBy = (moment: Moment | undefined): string | undefined => {
  const meta = moment?.edge?.meta
  return meta && 'step' in meta ? meta.step : undefined
}

function stepText(flow: Flow, group: readonly Done[], page: PageObject): string {
  const last = group.at(-1)?.to
  const step = documentedBy(last)
  const title = step
    ? `${step} ${flow.steps[Number(step.split('.').at(-1))] ?? ''}`
    : group.map(({ event }) => flow.events[event]?.label ?? event).join(', ')
  const lines = group.flatMap(({ event, from, to }) => {
    const seen = page.seenBy(to.screen)
    const shows = to.edge?.meta.shows
    return [
      `await app.${page.callOf(flow, event, from)}`,
      ...(seen ? [`await app.${seen}()`] : []),
      ...(shows ? [`await app.says(${printText(shows)})`] : []),
    ]
  })
  return `    await test.step(${printText(title.trim())}, async () => {\n${lines
    .map((line) => `      ${line}`)
    .join('\n')}\n    })`
}

const givenText = ({ givens }: Flow, given: string) => Reflect.get(givens, given) ?? given
const labelOf = ({ events }: Flow, moment: Moment | undefined) =>
  events[moment?.edge?.event ?? '']?.label ?? 'nothing'
