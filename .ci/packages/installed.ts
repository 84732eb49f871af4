import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A page whose procedure the bundled pack has. */
export const PAGE = `# Log in

1. Open the tenant.
2. Enter your **Email** and click **Continue**.
3. Enter the **Password** and click **Log In**.
`

/** A program that uses what the packages export. */
export const USE = `import { startMockIdp } from '@doorstep/mock-idp'
import { packs } from '@doorstep/machines'
import { defineDeployment, defineFlow, definePack, setup } from 'doorstep'
import { plan } from 'doorstep/plan'

const idp = await startMockIdp()
const { status } = await fetch(idp.url + '/common/v2.0/.well-known/openid-configuration')
await idp.close()
const machine = setup({}).createMachine({ initial: 'off', states: { off: { on: { switch: 'on' } }, on: {} } })
const { length } = plan(machine).paths
console.log(status, typeof definePack, typeof defineFlow, typeof defineDeployment, packs[0]?.id, length)
`

/** What the first line that matches has in the group. */
export async function firstMatch({ stdout }: ChildProcess, wanted: RegExp): Promise<string> {
  if (stdout)
    for await (const line of createInterface({ input: stdout })) {
      const found = wanted.exec(line)?.[1]
      if (found) return found
    }
  throw new Error(`It ended without a line like ${wanted}.`)
}
