import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../site/serve.ts'
import { Hangs, Watch } from './watch.ts'

const PATIENCE = 400
const SLOW = 2_500

const app = new Hono()
  .get('/', (c) => c.html('<h1>Here</h1><a href="/slow">On</a>'))
  .get('/slow', async (c) => {
    await setTimeout(SLOW)
    return c.html('<h1>There</h1>')
  })

test('a page may be silent for longer only while that is allowed', async ({ page }) => {
  const site = await serve(app)
  const follow = async () => {
    await page.goto(site.url)
    await page.getByRole('link').click()
    await page.getByRole('heading', { name: 'There' }).waitFor()
  }
  const watch = new Watch(PATIENCE)
  watch.add(page)
  await watch.during(watch.allowing(2 * SLOW, follow))
  await expect(page.getByRole('heading', { name: 'There' })).toBeVisible()
  await expect(watch.during(follow())).rejects.toThrow(Hangs)
  await site.close()
})
