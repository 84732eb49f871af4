import { type Browser, chromium, type Page } from '@playwright/test'
import type { MockIdp } from '../../index.ts'
import { user } from '../fixture.ts'
import { type SinglePageClient, serveSinglePage } from '../single-page.ts'
import type { ClientOutcome } from './outcome.ts'
import { short } from './passport.ts'

/** A person on the provider's pages. */
export async function signInOnPages(page: Page, kind: 'entra' | 'oidc') {
  await page.getByLabel('Email address').fill(user.name)
  if (kind === 'entra') await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Password', { exact: true }).fill(user.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (kind === 'entra') await page.getByRole('button', { name: 'No' }).click()
}

/** Not awaited: most of it leaves the page. What fails is shown. */
export const pressInPage = (page: Page, what: string): Promise<void> =>
  page.evaluate((name) => {
    const call = (window as unknown as Record<string, () => Promise<unknown>>)[name]
    void call?.()?.catch?.((error: { errorCode?: string; error?: string; message?: string }) => {
      document.title = `failed: ${error.errorCode ?? error.error ?? error.message}`
    })
  }, what)

/** Longer than the slowest misbehaviour takes. */
const longestMs = 20_000

/** What the page says in the end: who is in, or why nobody is. */
const verdict = (page: Page) =>
  page.waitForFunction(() => {
    const said = document.querySelector('output')?.textContent ?? ''
    const { title } = document
    if (title.startsWith('failed: ')) return title.slice('failed: '.length)
    if (title !== 'Ready') return undefined
    return said.startsWith('refused: ')
      ? said.slice('refused: '.length)
      : said.startsWith('in: ')
        ? said
        : undefined
  })

async function answerOf(page: Page): Promise<string> {
  const handle = await verdict(page).catch(() => undefined)
  return handle ? String(await handle.jsonValue()) : 'waits'
}

const outcomeOf = (said: string, step: 'login' | 'refresh', good: string): ClientOutcome =>
  said.startsWith(good)
    ? { accepted: true, claims: { email: user.name } }
    : { accepted: false, step, reason: short(said) }

let opened: Promise<Browser> | undefined
/** One browser for all, of which `CHROMIUM_PATH` says where it is. */
function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] })
  return opened
}

interface Attempt {
  misbehaviour: string
  refresh?: boolean
  browser?: Browser
  /** After this a client that says nothing has refused. */
  patienceMs?: number
}

/** Lets a person sign in by a single-page client at a provider that misbehaves. */
export async function trySinglePage(
  client: SinglePageClient,
  idp: MockIdp,
  { misbehaviour, refresh = false, browser, patienceMs = longestMs }: Attempt,
): Promise<ClientOutcome> {
  const application = await serveSinglePage(client, idp, { misbehaviour })
  const context = await (browser ?? (await openBrowser())).newContext({
    ignoreHTTPSErrors: true,
    locale: 'en-US',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  try {
    await page.goto(application.url)
    await page.waitForFunction(() => document.title === 'Ready')
    await pressInPage(page, 'logIn')
    // Where no page of the provider comes, the application says why.
    const pages = signInOnPages(page, client.kind).catch(() => undefined)
    await Promise.race([pages, verdict(page).catch(() => undefined)])
    const said = await answerOf(page)
    const login = outcomeOf(said, 'login', 'in: ')
    if (!login.accepted || !refresh) return login
    await pressInPage(page, 'refresh')
    const renewed = page
      .getByText('renewed: true')
      .waitFor()
      .then(() => 'renewed')
    return outcomeOf(await Promise.race([renewed, failureOf(page)]), 'refresh', 'renewed')
  } finally {
    await context.close()
    await application.close()
  }
}

const failureOf = (page: Page): Promise<string> =>
  page
    .waitForFunction(() => document.title.startsWith('failed: ') && document.title.slice('failed: '.length))
    .then(async (handle) => String(await handle.jsonValue()))
    .catch(() => 'waits')
