import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { runToEnd } from '../server-process.ts'

const SECONDS = 60

/**
 * Starts a MariaDB with an empty database `wordpress` that listens at a socket in a folder alone.
 * @throws with the last output if it does not start
 */
export async function startMariadb(folder: string) {
  const data = join(folder, 'database')
  const socket = join(folder, 'database.sock')
  const { username } = userInfo()
  const own = [`--datadir=${data}`, `--user=${username}`]
  await runToEnd('mariadb-install-db', [
    '--no-defaults',
    ...own,
    '--auth-root-authentication-method=socket',
    '--skip-test-db',
  ])
  const server = spawn('mariadbd', ['--no-defaults', ...own, `--socket=${socket}`, '--skip-networking'], {
    stdio: 'ignore',
  })
  const close = async () => {
    if (server.exitCode !== null) return
    const end = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGTERM')
    await end
  }
  const until = Date.now() + SECONDS * 1000
  while (!existsSync(socket)) {
    if (server.exitCode !== null || Date.now() > until) {
      await close()
      throw new Error(`MariaDB did not start in ${folder}.`)
    }
    await setTimeout(200)
  }
  await runToEnd('mariadb', ['--no-defaults', `--socket=${socket}`, '-e', 'CREATE DATABASE wordpress'])
  return { socket, close }
}
