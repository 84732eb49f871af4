import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

type Options = Pick<SpawnOptions, 'cwd' | 'env'>

const stdio = ['ignore', 'pipe', 'pipe'] satisfies SpawnOptions['stdio']

/**
 * Runs a command that a product needs before it starts, to its end.
 * @throws with the end of its output if it fails
 */
export async function runToEnd(command: string, args: string[], options: Options = {}): Promise<void> {
  const child = spawn(command, args, { ...options, stdio })
  const last = listen(child)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`"${command} ${args[0]}" failed: ${last()}`)
}

interface ServerOptions extends Options {
  /** Answers as soon as the server is ready. */
  url: string
  /** The longest that it takes to start. */
  seconds?: number
}

/**
 * Starts a product's server, and waits until it answers.
 * @returns how to end it
 * @throws with the end of its output if it does not answer in time
 */
export async function startServer(
  command: string,
  args: string[],
  { url, seconds = 120, ...options }: ServerOptions,
): Promise<() => Promise<void>> {
  // A group of its own: a server may have workers, which nobody ends with it.
  const server = spawn(command, args, { ...options, stdio, detached: true })
  const last = listen(server)
  let broken: Error | undefined
  server.once('error', (error) => {
    broken = error
  })
  const close = () => endProcess(server)
  const until = Date.now() + seconds * 1000
  while (Date.now() < until && server.exitCode === null && !broken) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return close
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await close()
  throw new Error(`Nothing answers at ${url}: ${broken?.message ?? last()}`)
}

/** Milliseconds that a server may take to end in order. */
const IN_ORDER = 8_000

/** Ends a process, and all of the group that it leads, if it leads one: in order, or, after a while, at once. */
export async function endProcess(leader: ChildProcess): Promise<void> {
  const { pid } = leader
  if (pid === undefined) return
  const hasEnded = leader.exitCode !== null || leader.signalCode !== null
  const end = hasEnded
    ? Promise.resolve()
    : new Promise<void>((resolve) => leader.once('exit', () => resolve()))
  signal(leader, 'SIGTERM')
  const timer = setTimeout(() => signal(leader, 'SIGKILL'), IN_ORDER)
  await end
  clearTimeout(timer)
  // Workers may outlive their leader.
  signal(leader, 'SIGKILL')
}

function signal(leader: ChildProcess, name: NodeJS.Signals) {
  try {
    process.kill(-(leader.pid ?? 0), name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    // It leads no group, or nobody is left of it.
    leader.kill(name)
  }
}

/** Keeps the end of a process's output, which says why it failed. */
function listen({ stdout, stderr }: ChildProcess): () => string {
  let text = ''
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (more: string) => {
      text = `${text}${more}`.slice(-2000)
    })
  return () => text.trim().split('\n').slice(-3).join(' ')
}
