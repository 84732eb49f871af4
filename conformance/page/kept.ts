import type { BrowserContext, Page } from '@playwright/test'

type Entry = [name: string, value: string]

/** What a browser keeps for the site that a page shows: cookies, and what its scripts have stored. */
export interface Kept {
  cookies: Awaited<ReturnType<BrowserContext['cookies']>>
  /** Of the site; `undefined` where the page shows none. */
  origin?: string
  localStorage: readonly Entry[]
  /** Of the tab. */
  sessionStorage: readonly Entry[]
}

const nothing = { localStorage: [], sessionStorage: [] }

export async function keptBy(page: Page): Promise<Kept> {
  const cookies = await page.context().cookies()
  const stored = await page
    .evaluate(() => ({
      origin: location.origin,
      localStorage: Object.entries({ ...localStorage }),
      sessionStorage: Object.entries({ ...sessionStorage }),
    }))
    // A page that belongs to no site may store nothing.
    .catch(() => nothing)
  return { cookies, ...stored }
}

/** Gives a browser what another one keeps: in its first tab, what scripts have stored for the tab, too. */
export async function giveKept(context: BrowserContext, kept: Kept): Promise<void> {
  await context.addCookies(kept.cookies)
  if (!kept.origin || kept.localStorage.length + kept.sessionStorage.length === 0) return
  const page = context.pages()[0] ?? (await context.newPage())
  const site = `${kept.origin}/**`
  // A page of the site without the site: its own scripts would act on what is not complete yet.
  await page.route(site, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto(kept.origin)
  await page.evaluate(({ localStorage: local, sessionStorage: tab }) => {
    for (const [name, value] of local) localStorage.setItem(name, value)
    for (const [name, value] of tab) sessionStorage.setItem(name, value)
  }, kept)
  await page.unroute(site)
}
