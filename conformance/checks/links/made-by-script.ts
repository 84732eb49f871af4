import type { Response } from '@playwright/test'
import type { Jar } from '../bench/jar.ts'

/**
 * Whether a page is the same whatever link it was opened by: then a script puts up its form, and
 * the deployment has not seen the link yet.
 */
export async function isMadeByScript(stranger: Jar, page: Response, token: string): Promise<boolean> {
  const body = await page.text().catch(() => undefined)
  if (body === undefined || body.includes(token)) return false
  const other = await stranger.open(page.url().replace(token, 'nobody'))
  return withoutNonces(other.body) === withoutNonces(body)
}

/** The names that a policy allows change with each answer. */
const withoutNonces = (html: string) => html.replace(/ nonce="[^"]*"/g, '')
