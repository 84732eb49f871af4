import { randomUUID } from 'node:crypto'
import { defineDeployment } from 'doorstep'
import { type Fault, startKestrel } from './app.ts'

const PASSPHRASE = 'a nest of warm words'

/** Kestrel, started for the check. */
export default defineDeployment<{ key: string }>({
  name: 'Kestrel',
  packs: ['./pack'],
  async start() {
    const key = randomUUID()
    const fault = process.env.KESTREL_FAULT as Fault | undefined
    const { url, close } = await startKestrel({ key, ...(fault && { fault }) })
    return { url, data: { key }, close }
  },
  capabilities: ['authenticator-app'],
  freshAddress: (id) => `wren-${id}`,
  givens: {
    async ready({ ask, data, freshAddress }) {
      const name = freshAddress()
      await ask('/api/people', { bearer: data.key, body: { name, passphrase: PASSPHRASE } })
      return { email: name, password: PASSPHRASE }
    },
  },
  protectedPage: { path: '/notes' },
  patience: 5_000,
})
