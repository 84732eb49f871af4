import type { Page } from '@playwright/test'
import { inWords } from './snapshot.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** Milliseconds that a look at a page may take that has hung before. */
const LOOK = 3_000

/** What a page shows now, as a sentence of a report: it may hang, or be closed. */
export async function whatShows(page: Page): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, LOOK, `The page ${page.url()} does not answer.`)
  })
  const look = takeSnapshot(page).then(
    (snapshot) => `The page ${page.url()} shows ${inWords(snapshot)}.`,
    () => `The page ${page.url()} cannot be looked at.`,
  )
  return Promise.race([look, hung]).finally(() => clearTimeout(timer))
}
