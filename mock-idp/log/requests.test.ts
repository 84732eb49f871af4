import { expect, test } from 'vitest'
import { requestLog } from './requests.ts'

const request = (path: string, body = '') => ({ method: 'POST', path, headers: {}, body, form: {} })

test('requests that nobody takes are forgotten, the oldest first, and sooner if they are long', async () => {
  const log = requestLog()
  for (let n = 0; n < 1500; n += 1) log.record(request(`/short/${n}`))
  expect((await log.take()).path).toBe('/short/500')
  for (let n = 0; n < 1000; n += 1) log.record(request(`/long/${n}`, 'x'.repeat(50_000)))
  expect((await log.take()).path).toMatch(/^\/long\/[67]\d\d$/)
})

test('answers that nobody asks for are no more than a thousand', () => {
  const log = requestLog()
  for (let n = 0; n < 1000; n += 1) log.enqueue({ path: '/token' })
  expect(() => log.enqueue({ path: '/token' })).toThrow(/1000 enqueued answers wait for requests already/)
  expect(log.answerFor('/oidc/harbour/token')).toBeDefined()
  expect(() => log.enqueue({ path: '/token' })).not.toThrow()
})
