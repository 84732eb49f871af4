import getPort from 'get-port'
import { expect, test } from 'vitest'
import { runToEnd, startServer } from './server-process.ts'

const node = process.execPath

test('a command that fails says why', async () => {
  await runToEnd(node, ['-e', '0'])
  const failing = runToEnd(node, ['-e', 'console.error("no database"); process.exit(3)'])
  await expect(failing).rejects.toThrow('no database')
})

test('a server is ready when it answers, and is gone when it is closed', async () => {
  const url = `http://127.0.0.1:${await getPort()}/`
  const script = `require('node:http').createServer((_, answer) => answer.end()).listen(${new URL(url).port})`
  const close = await startServer(node, ['-e', script], { url })
  expect((await fetch(url)).ok).toBe(true)
  await close()
  await expect(fetch(url)).rejects.toThrow()
})

test('workers that outlive their server are gone, too', async () => {
  const url = `http://127.0.0.1:${await getPort()}/`
  const worker = `require('node:http').createServer((_, answer) => answer.end()).listen(${new URL(url).port})`
  const script = `
    require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(worker)}], { stdio: 'inherit' })
    setInterval(() => {}, 1000)`
  const close = await startServer(node, ['-e', script], { url })
  await close()
  await expect.poll(() => fetch(url).catch(() => 'gone')).toBe('gone')
})

test.each([
  ['ends', node, ['-e', 'console.error("port in use"); process.exit(1)'], 'port in use'],
  ['does not exist', 'no-such-server', [], 'ENOENT'],
  ['never answers', node, ['-e', 'setInterval(() => {}, 1000)'], 'Nothing answers'],
])('a server that %s is an error with the reason', async (_, command, args, why) => {
  const url = `http://127.0.0.1:${await getPort()}/`
  await expect(startServer(command, args, { url, seconds: 2 })).rejects.toThrow(why)
})
