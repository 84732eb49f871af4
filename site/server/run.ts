import { type Environment, isLoopback, isPublic, readEnvironment } from './environment.ts'
import type { Everything } from './start-everything.ts'

/** What others than this machine reach, and what protects it then: a line each. */
function exposure(environment: Environment): string[] {
  const { host, smtpHost, trustProxy } = environment
  const open = [
    ...(isLoopback(host) ? [] : [`site, tenant and provider on ${host}`]),
    ...(isLoopback(smtpHost) ? [] : [`mail server on ${smtpHost}`]),
  ]
  const isProxied = isLoopback(host) && isPublic(environment)
  if (open.length === 0 && !isProxied) return ['Only this machine reaches it.']
  return [
    ...(isProxied ? ['Open through a proxy: site, tenant and provider at the addresses above.'] : []),
    ...(open.length > 0 ? [`Open to the network: ${open.join('; ')}.`] : []),
    ...(isPublic(environment)
      ? ['Sandboxes, classes and the control API are limited: see the documentation, under “Hosting”.']
      : []),
    ...(isProxied && trustProxy === 0
      ? ['Everybody seems to come from the proxy: set TRUST_PROXY, so that limits tell networks apart.']
      : []),
  ]
}

/** Where data is kept, where that is not the folder alone. */
function keptAt({ databaseUrl, dataFolder }: Environment): string[] {
  if (databaseUrl === undefined) return []
  const { host, pathname } = new URL(databaseUrl)
  return [
    `Sandboxes, the provider’s directories and classes are kept in PostgreSQL at ${host}${pathname}.`,
    `In the folder ${dataFolder}: vault.key, which every process needs.`,
  ]
}

function announcementOf(environment: Environment, started: Everything): string {
  const { site, tenant, providers, trainerKey } = started
  return `
  Doorstep is ready to walk.

    Site     ${site}
    Tenant   ${tenant}
    Provider ${providers.join(' · ')}
    Mail     smtp://${environment.smtpHost}:${started.smtpPort}

  ${[...keptAt(environment), ...exposure(environment)].join('\n  ')}${trainerKey ? `\n  Trainer key for classes: ${trainerKey}` : ''}

  Begin with ${site}/flows/ · Ctrl+C ends it.
`
}

/**
 * Starts what an environment describes, says where it is, and ends it by SIGINT or SIGTERM. What the environment or the machine
 * lacks is one sentence and exit code 2.
 */
export async function run(
  env: NodeJS.ProcessEnv,
  start: (environment: Environment) => Promise<Everything>,
): Promise<void> {
  try {
    const environment = readEnvironment(env)
    const started = await start(environment)
    console.log(announcementOf(environment, started))
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, async () => {
        await started.close()
        process.exit(0)
      })
  } catch (error) {
    const known = error instanceof Error && 'code' in error
    console.error(known ? error.message : error)
    process.exit(2)
  }
}
