import type { Person } from '../bench/person.ts'

/** A site that nobody has, played by the browser itself (RFC 2606). */
export const EVIL = 'evil.example'

/** The person visits another site that has this content. */
export async function openEvil({ page }: Person, body = ''): Promise<void> {
  await page.route(`http://${EVIL}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Another site</title><body>${body}`,
    }),
  )
  await page.goto(`http://${EVIL}/`)
}
