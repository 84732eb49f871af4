import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { fetchAgain } from './fetch-again.ts'

let close = () => {}
afterEach(() => close())

/** A server that closes the first connections without an answer, as one does with a connection that was kept open for too long. */
async function closing(times: number) {
  const asked: string[] = []
  const server = createServer(({ method = '', socket }, answer) => {
    asked.push(method)
    if (asked.length <= times) socket.destroy()
    else answer.end('here')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  close = () => void server.close()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

test('asks once more where the connection was closed', async () => {
  const { url, asked } = await closing(1)
  expect(await (await fetchAgain(url)).text()).toBe('here')
  expect(asked).toEqual(['GET', 'GET'])
})

test('asks no third time', async () => {
  const { url, asked } = await closing(2)
  await expect(fetchAgain(url)).rejects.toThrow('fetch failed')
  expect(asked).toHaveLength(2)
})

test('sends nothing twice that does something', async () => {
  const { url, asked } = await closing(1)
  await expect(fetchAgain(url, { method: 'POST' })).rejects.toThrow('fetch failed')
  expect(asked).toEqual(['POST'])
})

test('says, as a browser does, that a request comes from a page of the site itself', async () => {
  const server = createServer(({ headers }, answer) => answer.end(headers['sec-fetch-site']))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  close = () => void server.close()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect(await (await fetchAgain(url, { headers: { cookie: 'a=1' } })).text()).toBe('same-origin')
  const other = { 'sec-fetch-site': 'cross-site' }
  expect(await (await fetchAgain(url, { headers: other })).text()).toBe('cross-site')
})
