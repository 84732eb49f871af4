import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { type MovedTime, movedTime } from '../moved-time.ts'
import { runToEnd, startServer } from '../server-process.ts'

export type NodeBB = MovedTime & {
  /** Opens the interface of the administrators. */
  token: string
}

/** The group of those who must have a second factor. It leaves out the administrator, in whose name the interface is used. */
export const people = 'people'

/** What a forum sets that follows the documentation. */
const settings = {
  title: 'Quiet Harbour',
  registrationType: 'admin-invite-only',
  inviteExpiration: '2',
  // On a busy machine it answers 503 to everybody.
  eventLoopCheckEnabled: '0',
  minimumPasswordLength: '12',
  minimumPasswordStrength: '0',
  'email:smtpTransport:enabled': '1',
  'email:smtpTransport:service': 'nodebb-custom-smtp',
  'email:smtpTransport:host': '127.0.0.1',
  'email:smtpTransport:security': 'NONE',
  'email:from': 'harbour@example.com',
}

/**
 * Starts the NodeBB of the folder that NODEBB_HOME names, with a Redis of its own that is empty.
 * @throws with the last output if it does not start
 */
export async function startNodeBB(smtp: { port: number }) {
  const home = process.env.NODEBB_HOME
  if (!home) throw new Error('NODEBB_HOME must name the folder where NodeBB is installed')
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-nodebb-'))
  const [redisPort, port] = [await getPort(), await getPort()]
  const url = `http://localhost:${port}`
  const token = randomUUID()
  const redis = (...args: string[]) => runToEnd('redis-cli', ['-p', `${redisPort}`, ...args])
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const end of ends.reverse()) await end()
  }
  try {
    const { env: moved, time } = await movedTime(folder)
    const env = { ...process.env, ...moved }
    ends.push(startRedis(redisPort, folder))
    await retry(() => redis('ping'))
    const config = join(folder, 'config.json')
    await runToEnd(
      'node',
      ['app.js', `--setup=${answers(url, redisPort)}`, '--skip-build', `--config=${config}`],
      {
        cwd: home,
      },
    )
    await redis(
      'hset',
      'config',
      ...Object.entries({ ...settings, 'email:smtpTransport:port': `${smtp.port}` }).flat(),
    )
    await redis('hset', 'settings:2factor', 'tfaEnforcedGroups', JSON.stringify([people]))
    await redis('zadd', 'plugins:active', '100', 'nodebb-plugin-2factor')
    // Whose interface it is: nobody's, so that each call says for whom it is.
    await redis('hset', `token:${token}`, 'uid', '0', 'timestamp', `${Date.now()}`)
    await redis('zadd', 'tokens:createtime', `${Date.now()}`, token)
    await redis('zadd', 'tokens:uid', '0', token)
    ends.push(
      await startServer('node', ['app.js', `--config=${config}`], { url: `${url}/login`, cwd: home, env }),
    )
    await makeGroup(url, token)
    return { url: `${url}/login`, data: { token, time } satisfies NodeBB, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function makeGroup(url: string, token: string) {
  const answer = await fetch(new URL('/api/v3/groups', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ _uid: 1, name: people }),
  })
  if (!answer.ok) throw new Error(`NodeBB makes no group: ${await answer.text()}`)
}

/** Tries for ten seconds. */
async function retry(what: () => Promise<void>, left = 40): Promise<void> {
  await what().catch(async (error) => {
    if (left === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    await retry(what, left - 1)
  })
}

function startRedis(port: number, folder: string) {
  const server = spawn(
    process.env.REDIS_SERVER ?? 'redis-server',
    ['--port', `${port}`, '--dir', folder, '--save', ''],
    {
      stdio: 'ignore',
    },
  )
  const ended = new Promise((resolve) => server.once('close', resolve))
  return async () => {
    server.kill()
    await ended
  }
}

/** What the set-up would ask for. */
const answers = (url: string, redisPort: number) =>
  JSON.stringify({
    url,
    secret: randomBytes(32).toString('hex'),
    database: 'redis',
    'redis:host': '127.0.0.1',
    'redis:port': `${redisPort}`,
    'redis:password': '',
    'redis:database': '0',
    'admin:username': 'keeper',
    'admin:email': 'keeper@example.com',
    'admin:password': 'violet harbour 27 lanterns',
    'admin:password:confirm': 'violet harbour 27 lanterns',
  })
