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
  const server = spawn(command, args, { ...options, stdio })
  const last = listen(server)
  let broken: Error | undefined
  server.once('error', (error) => {
    broken = error
  })
  const close = async () => {
    if (server.pid === undefined || server.exitCode !== null) return
    const end = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGTERM')
    await end
  }
  const until = Date.now() + seconds * 1000
  while (Date.now() < until && server.exitCode === null && !broken) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return close
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await close()
  throw new Error(`Nothing answers at ${url}: ${broken?.message ?? last()}`)
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
