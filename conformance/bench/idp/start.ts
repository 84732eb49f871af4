import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BenchFailed } from './tasks.ts'

/** The provider as it is installed: compiled, so that no time goes into TypeScript. */
const built = new URL('../../../mock-idp/dist/mock-idp/index.js', import.meta.url)

/** Programs that say something once they listen. */
const programs = {
  'startMockIdp()': `
    const { startMockIdp } = await import(${JSON.stringify(built.href)})
    const idp = await startMockIdp()
    console.log(idp.url)`,
  'bare oidc-provider': `
    const { createServer } = await import('node:http')
    const { default: Provider } = await import('oidc-provider')
    const server = createServer()
    server.listen(0, () => {
      const provider = new Provider('http://localhost:' + server.address().port)
      server.on('request', provider.callback())
      console.log('listening')
    })`,
  'Node alone': `console.log('started')`,
}
export type Program = keyof typeof programs
export const programNames = Object.keys(programs) as Program[]

/** How long a program takes from the start of its process until it listens, in ms. */
export async function startOf(name: Program): Promise<number> {
  if (!existsSync(built))
    throw new BenchFailed(`${fileURLToPath(built)} is not there: run "npm run packages" first.`)
  const before = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '-e', programs[name]], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const said = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)])
  const took = performance.now() - before
  if (!said) throw new BenchFailed(`${name} ended before it listened`)
  child.kill()
  await ended
  return took
}
