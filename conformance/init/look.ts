import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { launchOptions } from '../browser.ts'
import { ensureBrowser } from '../browser-install.ts'
import { CheckError } from '../errors.ts'
import { readTree } from '../page/read-tree.ts'
import type { Look, Role } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { adviceOn } from '../targets/unreachable.ts'
import type { LookedAt } from './propose.ts'

/** Milliseconds that a page may take. */
const PATIENCE = 30_000
/** Milliseconds that a page without requests may still be drawing. */
const QUIET = 3_000
/** What sends a form; any other button opens or shows something. */
const SENDS = 'button:not([type=button], [type=reset]), input:is([type=submit], [type=image])'
/** Milliseconds that a field is looked for which was there a moment ago. */
const AT_ONCE = 1_000

/** A field of a form. */
export interface FormField {
  label: string
  /** Its `type` in HTML; `select` for a list that somebody chooses from. */
  type: string
}

/** A form where people sign up. */
export interface SignUpForm {
  fields: readonly FormField[]
  /** The button that sends it. */
  send?: string
}

/** What was found at the addresses of a deployment. */
export interface Looked {
  login: LookedAt
  /** The fields of its form. */
  fields: readonly FormField[]
  signUp?: SignUpForm
}

/**
 * Opens the login page in a browser, and the page where people sign up if there is one, and says what they have.
 * @throws CheckError `target-unreachable`, `browser-missing`
 */
export async function lookAt(url: string, signUpUrl?: string): Promise<Looked> {
  const browser = await chromium.launch(launchOptions(ensureBrowser()))
  try {
    const page = await open(browser, url)
    const login = await look(page)
    const { fields } = await readForm(page)
    return { login, fields, ...(signUpUrl && { signUp: await readForm(await open(browser, signUpUrl)) }) }
  } finally {
    await browser.close()
  }
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  const answer = await page.goto(url, { timeout: PATIENCE }).catch((error: Error) => error)
  const why = answer instanceof Error ? answer.message.split('\n')[0] : answer && errorOf(answer.status())
  if (why)
    throw new CheckError(
      'target-unreachable',
      `${url} cannot be looked at (${why}): ${adviceOn(answer)}; or call with --no-look. Nothing is written.`,
    )
  // Scripts may draw the form only now; a page that keeps asking is looked at as it is.
  await page.waitForLoadState('networkidle', { timeout: QUIET }).catch(() => undefined)
  return page
}

/** A login page may answer that nobody is logged in. */
const errorOf = (status: number) => (status >= 400 && status !== 401 && status !== 403 ? status : undefined)

async function look(page: Page): Promise<LookedAt> {
  const forms = await formsOn(page)
  const snapshot = await takeSnapshot(page)
  return {
    snapshot,
    siteTitles: await siteTitlesOn(page),
    sends: forms.flatMap(({ send }) => send ?? []),
  }
}

/** Headings that each page of a site has: its name at the top, or what leads to its first page. */
async function siteTitlesOn(page: Page): Promise<string[]> {
  const headings = page.getByRole('heading')
  const home = URL.parse('/', page.url())?.href ?? '/'
  const logos = headings.filter({ has: page.locator(`a[href="/"], a[href="${home}"]`) })
  const titles = await page.getByRole('banner').getByRole('heading').or(logos).all()
  const trees = await Promise.all(titles.map((title) => title.ariaSnapshot({ timeout: AT_ONCE })))
  return trees.flatMap((tree) => readTree(tree).headings)
}

/** The form on a page that has the most fields: the others search, or subscribe to a letter. */
async function readForm(page: Page): Promise<SignUpForm> {
  const [largest] = (await formsOn(page)).toSorted((a, b) => b.tree.fields.length - a.tree.fields.length)
  if (!largest) return { fields: [] }
  const { form, tree, send } = largest
  const fields = await Promise.all(
    tree.fields.map(async (label) => ({ label, type: await typeOf(form, label, tree.named) })),
  )
  return { fields, ...(send !== undefined && { send }) }
}

/** What has fields: the forms, or the whole page where a script does without any. */
async function formsOn(page: Page) {
  const read = async (form: Locator) => {
    const tree = readTree(await form.ariaSnapshot())
    return { form, tree, send: (await sendOf(form)) ?? tree.buttons[0] }
  }
  const hasFields = ({ tree }: Awaited<ReturnType<typeof read>>) => tree.fields.length > 0
  const forms = await Promise.all((await page.locator('form').all()).map(read))
  const own = forms.filter(hasFields)
  return own.length > 0 ? own : [await read(page.locator('body'))].filter(hasFields)
}

/** The button that sends a form, where HTML says which one does. */
async function sendOf(form: Locator): Promise<string | undefined> {
  const button = form.locator(SENDS).filter({ visible: true }).first()
  if (!(await button.isVisible())) return undefined
  return readTree(await button.ariaSnapshot({ timeout: AT_ONCE }).catch(() => '')).buttons[0]
}

/** What is chosen or ticked is so by its role: a box or a list may be drawn of buttons, whose `type` says nothing of it. */
const DRAWN: Partial<Record<Role, string>> = {
  checkbox: 'checkbox',
  switch: 'checkbox',
  radio: 'radio',
  listbox: 'select',
  combobox: 'select',
}

/** The `type` of a field, whose name may be its label or what is written in it. */
async function typeOf(form: Locator, name: string, named: Look['named']): Promise<string> {
  const drawn = named.map((one) => (one.name === name ? DRAWN[one.role] : undefined)).find(Boolean)
  const field = form
    .getByRole('textbox', { name, exact: true })
    .or(form.getByRole('combobox', { name, exact: true }))
    .or(form.getByLabel(name, { exact: true }))
    .first()
  // People type into an input that also offers a list.
  if (drawn && !(drawn === 'select' && (await field.and(form.locator('input')).isVisible()))) return drawn
  return (await field.getAttribute('type', { timeout: AT_ONCE }).catch(() => null)) ?? 'text'
}
