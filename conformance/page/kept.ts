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

/** @param origin of the site; a page that shows another one leaves it. Default: the site that the page shows */
export async function keptBy(page: Page, origin?: string): Promise<Kept> {
  const cookies = await page.context().cookies()
  const read = () =>
    page.evaluate(() => ({
      origin: location.origin,
      localStorage: Object.entries({ ...localStorage }),
      sessionStorage: Object.entries({ ...sessionStorage }),
    }))
  const isThere = origin === undefined || page.url().startsWith(`${origin}/`)
  // A page that belongs to no site may store nothing.
  const stored = isThere ? await read().catch(() => nothing) : await atEmptyPage(page, origin, read)
  return { cookies, ...stored }
}

/** Gives a browser what another one keeps: in its first tab, what scripts have stored for the tab, too. */
export async function giveKept(context: BrowserContext, kept: Kept): Promise<void> {
  await context.addCookies(kept.cookies)
  if (!kept.origin || kept.localStorage.length + kept.sessionStorage.length === 0) return
  const page = context.pages()[0] ?? (await context.newPage())
  await atEmptyPage(page, kept.origin, () =>
    page.evaluate(({ localStorage: local, sessionStorage: tab }) => {
      for (const [name, value] of local) localStorage.setItem(name, value)
      for (const [name, value] of tab) sessionStorage.setItem(name, value)
    }, kept),
  )
}

/** Does something at a page of a site without the site: its own scripts would act on what is not complete yet. */
async function atEmptyPage<T>(page: Page, origin: string, action: () => Promise<T>): Promise<T> {
  const site = `${origin}/**`
  await page.route(site, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  try {
    await page.goto(origin)
    return await action()
  } finally {
    await page.unroute(site)
  }
}
