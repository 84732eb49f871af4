import type { Browser, Page } from '@playwright/test'
import { type Step, timeStep } from '../../bench/time-step.ts'

export interface Walked {
  steps: Step[]
  /** How long each long task of the page was, in ms: from the first byte on, and while it was walked. */
  loading: number[]
  walking: number[]
}

/** The page keeps its long tasks: by definition, those of 50 ms or more (Long Tasks API). */
const keepLongTasks = () => {
  const longTasks: number[] = []
  Object.assign(window, { longTasks })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
}

/** Answers the long tasks since the last question. */
const takeLongTasks = (page: Page) =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0))

/** Long enough for what the page still does on its own after the last press, in ms. */
const REST = 500

/** A person who walks a flow in model mode to its goal, with nothing in the browser's cache. */
export async function walkModel(browser: Browser, address: string): Promise<Walked> {
  const context = await browser.newContext({ locale: 'en-US' })
  try {
    const page = await context.newPage()
    await page.addInitScript(keepLongTasks)
    await page.goto(address)
    await page.locator('.bench[data-mode="model"]').waitFor()
    await page.waitForTimeout(REST)
    const loading = await takeLongTasks(page)
    const steps: Step[] = []
    const isAtGoal = () => page.getByText('The goal is reached').isVisible()
    for (let step = await timeStep(page); step; step = (await isAtGoal()) ? undefined : await timeStep(page))
      steps.push(step)
    await page.waitForTimeout(REST)
    return { steps, loading, walking: await takeLongTasks(page) }
  } finally {
    await context.close()
  }
}
