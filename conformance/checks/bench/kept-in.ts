import type { Person } from './person.ts'

/** Where the browser keeps such a text: a cookie, or a storage of the page. */
export async function keptIn(
  { session, page }: Person,
  isIt: (text: string) => boolean,
): Promise<string | undefined> {
  const { cookies, origins } = await session.context.storageState()
  const cookie = cookies.find(({ value }) => isIt(value))
  if (cookie) return `the cookie ${cookie.name}`
  const item = origins.flatMap(({ localStorage }) => localStorage).find(({ value }) => isIt(value))
  if (item) return `“${item.name}” in localStorage`
  const tab: [string, string][] = await page.evaluate(() => Object.entries({ ...sessionStorage }))
  const entry = tab.find(([, value]) => isIt(value))
  return entry && `“${entry[0]}” in sessionStorage`
}
