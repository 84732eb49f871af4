import { namesAtTarget } from '../../session/overrides.ts'
import { isSameSite } from '../../session/own-headers.ts'
import { Jar } from './jar.ts'
import type { Person } from './person.ts'
import { isReading, type Sent } from './sent.ts'

/** More than enough to tell whether an interface is open. */
const MOST_READINGS = 30

/** A request that changes nothing (RFC 9110 section 9.2.1). */
const reading = (url: string, accept: string): Sent => ({ url, method: 'GET', headers: { accept }, body: '' })

/** Records what the scripts of a person's pages read from the deployment. The function answers each address once. */
export function readingsOf({ page, session }: Person): () => Sent[] {
  const { hostname } = new URL(session.arranged.dashboard)
  const urls = new Set<string>()
  page.on('request', (request) => {
    const byScript = ['fetch', 'xhr'].includes(request.resourceType())
    if (byScript && isReading(request) && isSameSite(new URL(request.url()).hostname, hostname))
      urls.add(request.url())
  })
  return () => [...urls].slice(0, MOST_READINGS).map((url) => reading(url, 'application/json'))
}

/** Pages that are opened in the browser, to see what their scripts read: each costs time. */
const MOST_PAGES = 6

/** Opens the pages that {@link pagesOf} has found behind the first one, as a person would look around. */
export async function visitPages(person: Person, pages: readonly Sent[]): Promise<void> {
  for (const { url } of pages.slice(1, MOST_PAGES)) {
    // A link may lead to a file, which the browser does not open.
    await person.open(url).catch(() => undefined)
  }
}

/** What a link is called that ends the session: following it would close everything that is tried after it. */
const LEAVES = /\b(?:log|sign)[\s_-]?(?:out|off)\b/i

const endsSession = ({ bench, session }: Person, name: string): boolean => {
  const { screen, press = '' } = bench.role('session').logOut
  return LEAVES.test(name) || namesAtTarget(session, screen, [press]).includes(name)
}

/** Whether what has that name ends the session, or is a link to another site. */
export async function leadsOut(person: Person, name: string): Promise<boolean> {
  if (endsSession(person, name)) return true
  const links = person.page.getByRole('link', { name, exact: true })
  const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const { origin } = new URL(person.page.url())
  return hrefs.some((href) => !URL.canParse(href) || new URL(href).origin !== origin)
}

/** The page that a person is on, and what it leads to on the same site, except to the end of the session. */
export async function pagesOf(person: Person): Promise<Sent[]> {
  const { page } = person
  const { origin } = new URL(page.url())
  const links = await page.locator('a[href]').evaluateAll((all) =>
    all.map((link) => ({
      href: (link as HTMLAnchorElement).href.split('#')[0] ?? '',
      text: link.textContent?.trim() ?? '',
    })),
  )
  const own = links.filter(
    ({ href, text }) =>
      URL.canParse(href) &&
      new URL(href).origin === origin &&
      !endsSession(person, text) &&
      !LEAVES.test(new URL(href).pathname),
  )
  const urls = new Set(own.map(({ href }) => href))
  urls.delete(page.url())
  const ends = await endsOf(person, [...urls].slice(0, MOST_READINGS - 1))
  return [...new Set([page.url(), ...ends])].map((url) => reading(url, 'text/html'))
}

/** Where addresses lead on the same site: a link may be to one that redirects, and then only its end shows whether a page opens. */
async function endsOf(person: Person, urls: readonly string[]): Promise<string[]> {
  const jar = await Jar.of(person)
  const ends: string[] = []
  for (const url of urls) {
    const { status, url: end } = await jar.open(url)
    ends.push(status < 300 && new URL(end).origin === new URL(url).origin ? end : url)
  }
  await jar.close()
  return ends
}
