import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const owner = { name: 'Owner', email: 'owner@example.com', password: 'Window-Harbour-7204' }

/** A port that nothing listens on, for Ghost takes none by itself. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

/** Starts the Ghost whose unpacked folder GHOST_HOME names, on a new SQLite database, and sets its owner up. */
export async function startGhost({ smtp }: { smtp: { host: string; port: number } }) {
  const home = process.env.GHOST_HOME
  if (!home) throw new Error('GHOST_HOME must name the folder where Ghost is installed')
  const content = await mkdtemp(join(tmpdir(), 'ghost-'))
  await cp(join(home, 'content'), content, { recursive: true, dereference: false })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`

  const settings = {
    NODE_ENV: 'development',
    url,
    server__host: '127.0.0.1',
    server__port: String(port),
    database__client: 'better-sqlite3',
    database__connection__filename: join(content, 'ghost.db'),
    paths__contentPath: content,
    mail__from: 'ghost@example.com',
    mail__transport: 'SMTP',
    mail__options__host: smtp.host,
    mail__options__port: String(smtp.port),
    mail__options__auth: 'null',
    mail__options__ignoreTLS: 'true',
    security__staffDeviceVerification: 'true',
    // Everybody comes from one address here: limits by address would count all people together.
    spam__user_login__freeRetries: '1000',
    spam__user_reset__freeRetries: '1000',
    spam__global_reset__freeRetries: '1000',
    spam__global_block__freeRetries: '10000',
    spam__user_verification__freeRetries: '1000',
    spam__send_verification_code__freeRetries: '1000',
    privacy__useUpdateCheck: 'false',
    privacy__useGravatar: 'false',
    logging__level: 'error',
  }
  const child = spawn(process.env.GHOST_NODE ?? 'node', ['index.js'], {
    cwd: home,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4000)
    })
  }
  const close = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGKILL')
      await ended
    }
    await rm(content, { recursive: true, force: true })
  }

  const api = `${url}/ghost/api/admin`
  const until = Date.now() + 120_000
  for (;;) {
    if (child.exitCode !== null || Date.now() > until) {
      await close()
      throw new Error(`Ghost does not start: ${said}`)
    }
    const answer = await fetch(`${api}/authentication/setup/`).catch(() => undefined)
    if (answer?.ok) break
    await sleep(500)
  }
  const setup = await fetch(`${api}/authentication/setup/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ setup: [{ ...owner, blogTitle: 'Quiet Harbour' }] }),
  })
  if (!setup.ok) throw new Error(`Ghost's owner is not set up: ${await setup.text()}`)
  const data = await signInOwner(url).catch(async (why) => {
    await close()
    throw why
  })
  return { url: `${url}/ghost/`, data, close }
}

/** The owner's session, and the ids of the roles. The first login of anybody asks for no code. */
async function signInOwner(url: string) {
  const api = `${url}/ghost/api/admin`
  const headers = { 'content-type': 'application/json', origin: url }
  const login = await fetch(`${api}/session/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: owner.email, password: owner.password }),
  })
  if (!login.ok) throw new Error(`Ghost's owner does not get in: ${await login.text()}`)
  const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const answer = await fetch(`${api}/roles/?limit=all`, { headers: { ...headers, cookie } })
  if (!answer.ok) throw new Error(`Ghost does not list its roles: ${await answer.text()}`)
  const { roles } = (await answer.json()) as { roles: { id: string; name: string }[] }
  return { cookie, roles: Object.fromEntries(roles.map(({ id, name }) => [name, id])) }
}
