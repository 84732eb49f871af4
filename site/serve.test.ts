import { once } from 'node:events'
import { request as send } from 'node:http'
import { expect, it } from 'vitest'
import { serve } from './serve.ts'

const slow = (ms: number) => ({
  async fetch() {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return new Response('done')
  },
})

it('lets a request in flight finish when it is closed, and takes no other', async () => {
  const served = await serve(slow(300))
  const asked = fetch(served.url)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const closed = served.close()
  expect(await (await asked).text()).toBe('done')
  await closed
  await expect(fetch(served.url)).rejects.toThrow()
})

it('ends what takes longer than five seconds', { timeout: 10_000 }, async () => {
  const served = await serve(slow(60_000))
  const asked = fetch(served.url).catch((error: Error) => error.message)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const start = performance.now()
  await served.close()
  expect(performance.now() - start).toBeLessThan(6_000)
  expect(await asked).toContain('failed')
})

it('answers only to its names, if it has any', async () => {
  const served = await serve(slow(0), { names: ['tenant.example'] })
  const statusFor = async (host: string) => {
    const asked = send(served.url, { headers: { host }, setHost: false }).end()
    const [response] = await once(asked, 'response')
    response.resume()
    return response.statusCode
  }
  expect(await statusFor('tenant.example')).toBe(200)
  expect(await statusFor(`localhost:${served.port}`)).toBe(200)
  expect(await statusFor('evil.example')).toBe(421)
  await served.close()
})
