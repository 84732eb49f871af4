import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { Deployment } from './deployment.ts'
import { openDeployment } from './open.ts'

test('what has no API is clicked through in a browser of its own, whose cookies the person then has', async ({
  browser,
  context,
}) => {
  const server = createServer((_, response) => {
    response.setHeader('set-cookie', 'session=of-the-arrangement; Path=/; HttpOnly').end('<h1>In</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const deployment: Deployment = {
    name: 'Ours',
    async givens({ page, sameCookies, url }) {
      const own = await page()
      await own.goto(url)
      return { email: 'ada@example.com', dashboard: url, signIn: await sameCookies(own) }
    },
  }
  const before = browser.contexts().length
  const target = openDeployment(deployment, { compiled: '', file: '', url, data: null })
  const arranged = await target.arrange('add-users', 'administrator', browser)
  expect(browser.contexts()).toHaveLength(before)
  expect(await context.cookies()).toEqual([])
  await arranged.signIn?.(context)
  expect(await context.cookies(url)).toMatchObject([{ name: 'session', value: 'of-the-arrangement' }])
  server.close()
})
