import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { browser, hiddenFields } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import type { ClientOutcome, Target } from './outcome.ts'

/** How a program in another language begins. */
export interface Program {
  command: string
  args: string[]
  env?: Record<string, string>
}

/** A line of the program: an address for the browser, or what came out. */
type Said = { open: string } | ClientOutcome

/** Longer than the slowest misbehaviour takes. */
const patienceMs = 30_000

const write = (child: ChildProcess, message: object) => child.stdin?.write(`${JSON.stringify(message)}\n`)

/**
 * Lets a client in another language sign in. It speaks to the provider itself; only what its user's browser does happens here.
 * The program reads lines of JSON: first the target, then where the browser arrived. It
 * writes `{ "open": address }` for each way through the browser, and in the end its outcome.
 */
export async function runForeign(
  { command, args, env }: Program,
  { person, certificateFile = '', ...target }: Target,
): Promise<ClientOutcome> {
  // What Python's requests and what Go trust.
  const trust = certificateFile && { REQUESTS_CA_BUNDLE: certificateFile, SSL_CERT_FILE: certificateFile }
  const child = spawn(command, args, {
    env: { ...process.env, ...trust, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: patienceMs,
  })
  // A program that ends early closes its input; what it wrote until then says why.
  child.stdin?.on('error', () => {})
  const ended = once(child, 'close')
  const visitor = browser()
  write(child, target)
  let outcome: ClientOutcome | undefined
  try {
    for await (const line of createInterface(child.stdout)) {
      const said: Said = JSON.parse(line)
      if ('open' in said) {
        const page = await signInAt(visitor, said.open, target.redirectUri, person)
        const form = page.html.includes('id="answer"') ? hiddenFields(page.html) : undefined
        write(child, { url: page.url, form })
      } else outcome = said
    }
  } finally {
    child.kill()
    await ended
  }
  return outcome ?? { accepted: false, step: 'login', reason: 'the program ended without an outcome' }
}
