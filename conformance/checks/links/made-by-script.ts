import type { Response } from '@playwright/test'
import type { Jar } from '../bench/jar.ts'
import { secretsOf } from '../bench/link-token.ts'

/**
 * Whether a page is the same whatever link it was opened by: then a script puts up its form, and
 * the deployment has not seen the link yet.
 */
export async function isMadeByScript(stranger: Jar, page: Response, link: string): Promise<boolean> {
  const secrets = secretsOf(link)
  const body = await page.text().catch(() => undefined)
  if (body === undefined || secrets.some((secret) => body.includes(secret))) return false
  const elsewhere = secrets.reduce((url, secret) => url.replace(secret, 'nobody'), page.url())
  const other = await stranger.open(elsewhere)
  return withoutNonces(other.body) === withoutNonces(body)
}

/** The names that a policy allows change with each answer. */
const withoutNonces = (html: string) => html.replace(/ nonce="[^"]*"/g, '')
