import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../main.ts', import.meta.url))

/** How long a server may take until it is ready, in ms. */
const PATIENCE = 60_000

/** Doorstep in a process of its own, as `npm start` runs it; it can be killed, and started again at the same address. */
export class BenchServer {
  readonly #folder: string
  #child: ChildProcess | undefined
  url = ''

  /** @param folder of the store */
  constructor(folder: string) {
    this.#folder = folder
  }

  async start(): Promise<void> {
    const port = this.url ? new URL(this.url).port : '0'
    const free = { TENANT_PORT: '0', IDP_PORT: '0', IDP_TLS_PORT: '0', SMTP_PORT: '0' }
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, ...free, PORT: port, HOST: 'localhost', DATA_DIR: this.#folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    this.url = await new Promise<string>((resolve, reject) => {
      let text = ''
      const limit = setTimeout(() => reject(new Error('The server did not start.')), PATIENCE)
      child.stdout?.on('data', (piece: Buffer) => {
        text += piece
        const url = /Site\s+(http:\S+)/.exec(text)?.[1]
        if (!url) return
        clearTimeout(limit)
        resolve(url)
      })
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    })
  }

  /** What it holds in memory, in MB; undefined where the system does not say. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')
      const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
    } catch {
      return undefined
    }
  }

  /** Ends it as a power cut does. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
}
