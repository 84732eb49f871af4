import type { Request } from '@playwright/test'
import { capabilities, type Flow } from '../../../machines/flow.ts'
import { screens } from '../../../machines/screens.ts'
import { NotThere } from '../../drivers/form.ts'
import { valueFor } from '../../drivers/values.ts'
import type { World } from '../../drivers/world.ts'
import { planFlow } from '../../run/plan-paths.ts'
import type { Bench } from '../bench/bench.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isReading, readRequest, type Sent } from '../bench/sent.ts'
import { doStep, type Step, walkTo } from '../bench/walk-to.ts'

/** What an event sends, with marks where values of the world stood. */
export interface Learned extends Sent {
  /** Mark → what stood there. */
  marks: Record<string, Typed>
}

const PRODUCT = '{product}'

/** Which request each event of a flow sends to change something, as the browser sent it where the event is allowed. */
export async function learnRequests(bench: Bench, flow: Flow): Promise<Map<string, Learned>> {
  const { target } = bench
  const learned = new Map<string, Learned>()
  const { paths } = planFlow(flow, {
    ...target,
    capabilities: target.capabilities.filter((capability) => capabilities.includes(capability)),
    known: { passed: [], notPassed: [] },
    first: 1,
  })
  for (const { given, events } of paths) {
    if (events.every((event) => learned.has(event))) continue
    const typed: Typed[] = []
    const walking = walkTo(bench, flow, given, events, async (person, step) => {
      typed.push(...typedIn(flow, step))
      const sent = await watch(person, () => doStep(person, flow, step))
      // What is refused where it is allowed would be refused elsewhere as well.
      if (sent && !step.refused && !learned.has(step.event))
        learned.set(step.event, await marked(person.world, typed, sent))
    })
    // Where the target differs from the model, what was sent as far as that is known nevertheless.
    const person = await walking.catch((error: unknown) => {
      if (error instanceof Unproven || error instanceof NotThere) return undefined
      throw error
    })
    await person?.world.context.close()
  }
  return learned
}

/** The last request of a deed that is no reading: what it sends in the end. */
async function watch({ page }: Person, deed: () => Promise<void>): Promise<Sent | undefined> {
  let last: Request | undefined
  const see = (request: Request) => {
    if (!isReading(request)) last = request
  }
  page.on('request', see)
  try {
    await deed()
  } finally {
    page.off('request', see)
  }
  return last && readRequest(last)
}

interface Typed {
  type: Parameters<typeof valueFor>[1]
  symbol: string
}

/** What is typed for an event; what is chosen from a list, and codes that nobody can repeat, are left as they are. */
function typedIn(flow: Flow, { event, screen }: Step): Typed[] {
  const { fields = [] } = screens[screen]
  return Object.entries(flow.events[event]?.fill ?? {}).flatMap(([label, symbol]) => {
    const type = fields.find((field) => field.label === label)?.type ?? 'text'
    return type === 'select' || type === 'code' ? [] : [{ type, symbol }]
  })
}

/** Puts marks where what was typed stands, for another world has other values. */
async function marked(world: World, typed: Typed[], sent: Sent): Promise<Learned> {
  const marks: Learned['marks'] = {}
  let body = sent.body
  for (const { type, symbol } of typed) {
    const mark = `{${type} ${symbol}}`
    marks[mark] = { type, symbol }
    const value = await valueFor(world, type, symbol)
    if (value) body = body.replaceAll(inForm(value), inForm(mark))
  }
  return { ...sent, url: sent.url.replace(world.arranged.url, PRODUCT), body, marks }
}

/** As a value stands in a form that is sent (application/x-www-form-urlencoded). */
const inForm = (value: string) => new URLSearchParams({ '': value }).toString().slice(1)

/** The request of an event as somebody in this world would send it. */
export async function inWorld(world: World, { marks, ...sent }: Learned): Promise<Sent> {
  let body = sent.body
  for (const [mark, { type, symbol }] of Object.entries(marks)) {
    const value = await valueFor(world, type, symbol)
    body = body.replaceAll(inForm(mark), inForm(value))
  }
  return { ...sent, url: sent.url.replace(PRODUCT, world.arranged.url), body }
}
