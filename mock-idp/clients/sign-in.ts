import { type Browser, hiddenFields, type Page } from './browser.ts'

export interface Account {
  name: string
  password: string
}

const heading = ({ html }: Page) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1]?.trim() ?? ''

/** What to enter on the page with a heading. */
const entries = ({ name, password }: Account): Record<string, Record<string, string>> => ({
  'Sign in': { do: 'name', name },
  'Enter password': { do: 'password', name, password },
  'Stay signed in?': { do: 'stay', stay: 'no' },
  'Permissions requested': { do: 'consent', consent: 'yes' },
  'Pick an account': { do: 'pick', account: 'another' },
})

const entryFor = (title: string, person: Account) =>
  entries(person)[title.startsWith('Sign in to ') ? 'Enter password' : title]

/**
 * Goes through the sign-in pages from an authorization address to the client's redirect address, saying yes wherever asked.
 * Answers the page that stopped it: the redirect (status 0), or an error page.
 */
export async function signInAt(
  browser: Browser,
  authorizationUrl: string,
  redirectUri: string,
  person: Account,
): Promise<Page> {
  let page = await browser.open(authorizationUrl, redirectUri)
  for (let step = 0; step < 8 && page.status === 200; step += 1) {
    const entry = entryFor(heading(page), person)
    if (!entry) return page
    page = await browser.post(page.url, entry, redirectUri)
  }
  return page
}

/** Enters the code of a device on its page, confirms (or not), and signs in. Answers the last page. */
export async function approveDevice(
  browser: Browser,
  address: string,
  code: string,
  person: Account,
  answer: 'confirm' | 'abort' = 'confirm',
): Promise<Page> {
  const first = await browser.open(address)
  const entered = await browser.post(first.url, { ...hiddenFields(first.html), otc: code })
  if (!entered.html.includes('name="confirm"')) return entered
  let page = await browser.post(entered.url, { ...hiddenFields(entered.html), [answer]: 'yes' })
  for (let step = 0; step < 8; step += 1) {
    const entry = entryFor(heading(page), person)
    if (!entry) return page
    page = await browser.post(page.url, entry)
  }
  return page
}
