import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type IdpStore, StoreError, sqliteStore, startMockIdp } from '@doorstep/mock-idp'
import { Command, InvalidArgumentError, Option } from 'commander'
import { defaultConfig } from '../../mock-idp/config/default.ts'
import { describeIdp, idpAsText } from '../../mock-idp/config/describe.ts'
import { directoriesFrom } from '../../mock-idp/config/directories.ts'
import { ConfigError } from '../../mock-idp/config/errors.ts'

interface Options {
  port: number
  https?: boolean
  httpsPort: number
  config?: string
  data?: string
  redirectUri?: string[]
  json?: boolean
  host?: string
  publicUrl?: string
  addressByHost?: boolean
  name?: string[]
}

const help = `
Without --config there are a tenant and an OpenID provider with two users and one client each. Everything that a client
needs is printed at the start; with --json as one line of JSON: addresses, clients with secrets and redirect URIs, users
with passwords, the certificate's file, and the control API with its token.

Ends with SIGINT or SIGTERM. Exit code 2: the file, the port or the folder can't be used.`

function asPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

function collectUri(text: string, before: string[] = []): string[] {
  if (!URL.canParse(text))
    throw new InvalidArgumentError('A redirect URI is a whole address, like http://localhost:3000/callback.')
  return [...before, text]
}

function asPublicUrl(text: string): string {
  const isOrigin =
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'
  if (!isOrigin)
    throw new InvalidArgumentError('A public URL is scheme, name and port, like https://idp.example.com.')
  return new URL(text).origin
}

function collectName(text: string, before: string[] = []): string[] {
  if (!URL.canParse(`http://${text}`) || new URL(`http://${text}`).port !== '' || text.includes('/'))
    throw new InvalidArgumentError('A name is a host name or an IP address, without scheme and port.')
  return [...before, text]
}

/** Where directories, sessions and keys are kept; nothing without a folder. */
async function openStore(folder: string | undefined): Promise<IdpStore | undefined> {
  if (folder === undefined) return undefined
  await mkdir(folder, { recursive: true })
  return sqliteStore(join(folder, 'idp.sqlite'))
}

/** The file's reader is loaded for a file only: the schema is half of what a start loads. */
async function configOf(file: string | undefined, redirectUris: string[]) {
  if (file === undefined) return defaultConfig(redirectUris)
  const { readConfig } = await import('../../mock-idp/config/read.ts')
  return readConfig(file)
}

/** The redirect URI of the ready client; the port of localhost isn't compared, so any application's port will do. */
const anyLocalhost = 'http://localhost/callback'

async function start(options: Options): Promise<void> {
  const { port, https, httpsPort, data, redirectUri = [anyLocalhost], json } = options
  const { host, publicUrl, addressByHost, name: names = [] } = options
  const config = await configOf(options.config, redirectUri)
  const controlToken = randomBytes(24).toString('base64url')
  const store = await openStore(data)
  const idp = await startMockIdp({
    port,
    host,
    publicUrl,
    addressByHost,
    hosts: names,
    ...(https && { https: { port: httpsPort, names } }),
    dataFolder: data,
    store,
    directories: directoriesFrom(config, Date.now()),
    controlToken,
    frontDoor: true,
  })
  const description = await describeIdp(idp, controlToken)
  const close = async () => {
    await idp.close()
    await store?.close()
  }
  // Before anything is said: a program that waits for it may end this at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
  process.stdout.write(json ? `${JSON.stringify(description)}\n` : idpAsText(description))
}

/** One sentence for what the caller can put right; undefined for our own mistakes. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message
  if (!(error instanceof Error && 'syscall' in error)) return undefined
  if (error.syscall === 'getaddrinfo' || ('code' in error && error.code === 'EADDRNOTAVAIL'))
    return `The host can't be used (${error.message}): --host takes an address of this machine.`
  return error.syscall === 'listen'
    ? `The port can't be used (${error.message}): choose another one, 0 takes any that is free.`
    : `The folder can't be used (${error.message}).`
}

/** `doorstep idp`: only the mock identity provider, from a file of tenants, applications and users. */
export const idpCommand = new Command('idp')
  .description('run the mock identity provider: Entra-like tenants and OpenID providers for tests')
  .addOption(new Option('--port <n>', 'port for http; 0 takes a free one').argParser(asPort).default(4323))
  .option('--https', 'serve https too, with a certificate made here')
  .addOption(new Option('--https-port <n>', 'port for https').argParser(asPort).default(4324))
  .option('--config <file>', 'JSON file of directories with applications, users, claims and misbehaviours')
  .option('--host <address>', 'interface to listen on (default: 127.0.0.1); 0.0.0.0 lets other machines in')
  .addOption(
    new Option('--public-url <url>', 'the address for clients, when a proxy is in front').argParser(
      asPublicUrl,
    ),
  )
  .option('--address-by-host', 'answer with the address by which each client came')
  .addOption(
    new Option(
      '--name <name>',
      'a further name of this machine that clients use, also in the certificate; repeatable',
    ).argParser(collectName),
  )
  .option('--data <folder>', 'keep directories, sessions, keys and the certificate here over restarts')
  .addOption(
    new Option('--redirect-uri <uri>', 'redirect URI of the ready client, repeatable (without --config)')
      .argParser(collectUri)
      .conflicts('config'),
  )
  .option('--json', 'print one line of JSON instead of text')
  .addHelpText('after', help)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, '')) })
  .action(async (options: Options) => {
    try {
      await start(options)
    } catch (error) {
      const sentence = sentenceFor(error)
      if (sentence === undefined) throw error
      console.error(sentence)
      process.exitCode = 2
    }
  })
