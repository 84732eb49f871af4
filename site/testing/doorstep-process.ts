import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** As `npm start` has them. */
const flags = ['--max-semi-space-size=16', '--import', 'tsx']
const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const collector = fileURLToPath(new URL('./collector.ts', import.meta.url))

/** How long a server may take until it is ready, in ms. */
const PATIENCE = 180_000

/** Where the parties are, as the process prints it. */
export interface Addresses {
  site: string
  tenant: string
  provider: string
  /** Of the provider. */
  tlsPort: number
  smtpPort: number
}

interface Options {
  /** Of the store. */
  folder: string
  /** Further settings. */
  env?: Record<string, string>
  /** Whether it can be asked for its `heap`. */
  collects?: boolean
}

const PORTS = ['PORT', 'TENANT_PORT', 'IDP_PORT', 'IDP_TLS_PORT', 'SMTP_PORT'] as const

/** Doorstep in a process of its own, as `npm start` runs it; it can be killed, and started again at the same addresses. */
export class DoorstepProcess {
  readonly #options: Options
  #child: ChildProcess | undefined
  #ports: Record<string, string> = Object.fromEntries(PORTS.map((name) => [name, '0']))
  /** Everything that it has written to its log so far. */
  log = ''
  at: Addresses = { site: '', tenant: '', provider: '', tlsPort: 0, smtpPort: 0 }

  constructor(options: Options) {
    this.#options = options
  }

  async start(): Promise<void> {
    const { folder, env, collects } = this.#options
    const collecting = collects ? ['--expose-gc', '--import', collector] : []
    const child = spawn(process.execPath, [...flags, ...collecting, main], {
      env: { ...process.env, ...this.#ports, HOST: 'localhost', DATA_DIR: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...(collects ? ['ipc' as const] : [])],
    })
    this.#child = child
    child.stderr?.on('data', (piece: Buffer) => {
      this.log += piece
    })
    const said = await new Promise<string>((resolve, reject) => {
      let text = ''
      const limit = setTimeout(
        () => reject(new Error(`The server did not start: ${text} ${this.log}`)),
        PATIENCE,
      )
      child.stdout?.on('data', (piece: Buffer) => {
        text += piece
        if (!text.includes('Begin with')) return
        clearTimeout(limit)
        resolve(text)
      })
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${this.log}`)))
    })
    const find = (what: RegExp) => what.exec(said)?.[1] ?? ''
    this.at = {
      site: find(/Site\s+(http:\S+)/),
      tenant: find(/Tenant\s+(http:\S+)/),
      provider: find(/Provider\s+(http:\S+)/),
      tlsPort: Number(find(/https:\/\/\S+:(\d+)/)),
      smtpPort: Number(find(/Mail\s+smtp:\S+:(\d+)/)),
    }
    const portOf = (url: string) => new URL(url).port
    const { site, tenant, provider, tlsPort, smtpPort } = this.at
    // The next start takes the same ones.
    this.#ports = {
      ...this.#ports,
      ...{ PORT: portOf(site), TENANT_PORT: portOf(tenant), IDP_PORT: portOf(provider) },
      ...{ IDP_TLS_PORT: String(tlsPort), SMTP_PORT: String(smtpPort) },
    }
  }

  get folder(): string {
    return this.#options.folder
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Whether it has ended, by itself or because it was killed. */
  get hasEnded(): boolean {
    return this.#child !== undefined && (this.#child.exitCode ?? this.#child.signalCode) !== null
  }

  /** What it holds in memory, in MB; undefined where the system does not say. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.pid}/status`, 'utf8')
      const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
    } catch {
      return undefined
    }
  }

  /** What its own objects and buffers take after a collection, in MB; only where it `collects`. */
  async heap(): Promise<number> {
    if (!this.#child?.channel) throw new Error('This process was not started to be asked for its heap.')
    const answer = once(this.#child, 'message') as Promise<[number]>
    this.#child.send('collect')
    return (await answer)[0] / 1024 / 1024
  }

  /** Ends it; without a signal, as a power cut does. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    if (!this.#child || this.hasEnded) return
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
  }
}
