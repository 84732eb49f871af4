import type { Request } from '@playwright/test'
import { capabilities, type Flow } from '../../../machines/flow.ts'
import { screens } from '../../../machines/screens.ts'
import { valueFor } from '../../drivers/values.ts'
import type { World } from '../../drivers/world.ts'
import { planFlow } from '../../run/plan-paths.ts'
import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'
import { isReading, readRequest, type Sent } from '../bench/sent.ts'
import { doStep, type Step, walkTo } from './walk-to.ts'

/** What an event sends, with marks where values of the world stood. */
export interface Learned extends Sent {
  /** Mark → type of the field and symbol of its value. */
  marks: Record<string, { type: Parameters<typeof valueFor>[1]; symbol: string }>
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
    const person = await walkTo(bench, flow, given, events, async (person, step) => {
      const sent = await watch(person, () => doStep(person, flow, step))
      if (sent && !learned.has(step.event))
        learned.set(step.event, await marked(person.world, flow, step, sent))
    })
    await person.world.context.close()
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

/** Puts marks where what was typed stands, for another world has other values. */
async function marked(world: World, flow: Flow, { event, screen }: Step, sent: Sent): Promise<Learned> {
  const marks: Learned['marks'] = {}
  const { url } = world.arranged
  let body = sent.body
  for (const [label, symbol] of Object.entries(flow.events[event]?.fill ?? {})) {
    const type = screens[screen].fields?.find((field) => field.label === label)?.type ?? 'text'
    if (type === 'select' || type === 'code') continue
    const mark = `{${type} ${symbol}}`
    marks[mark] = { type, symbol }
    const typed = await valueFor(world, type, symbol)
    if (typed)
      body = body.replaceAll(new URLSearchParams({ '': typed }).toString().slice(1), encodeURIComponent(mark))
  }
  return { ...sent, url: sent.url.replace(url, PRODUCT), body, marks }
}

/** The request of an event as somebody in this world would send it. */
export async function inWorld(world: World, { marks, ...sent }: Learned): Promise<Sent> {
  let body = sent.body
  for (const [mark, { type, symbol }] of Object.entries(marks)) {
    const value = await valueFor(world, type, symbol)
    body = body.replaceAll(encodeURIComponent(mark), encodeURIComponent(value))
  }
  return { ...sent, url: sent.url.replace(PRODUCT, world.arranged.url), body }
}
