import { EVIL } from '../bench/forged-host.ts'
import type { Person } from '../bench/person.ts'

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

/**
 * The same, where a script can ask a deployment on this machine as it could one on the internet: browsers allow that to a secure
 * site with the person's permission (Local Network Access).
 */
export async function openEvilForScripts({ page }: Person) {
  const origin = `https://${EVIL}`
  await page.context().grantPermissions(['local-network-access'], { origin })
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Another site</title>' }),
  )
  await page.goto(origin)
}
