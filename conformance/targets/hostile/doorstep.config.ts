import { defineDeployment } from 'doorstep'
import { startHouse } from './house.ts'

/** A product that hangs in every way there is: a check of it must end all the same. */
export default defineDeployment({
  name: 'The house',
  packs: ['./pack'],
  async start() {
    const { url, close } = await startHouse()
    return { url, data: null, close }
  },
  givens: {
    ready: async () => ({ email: 'nobody@example.com', addresses: { silence: '/silence', loop: '/loop' } }),
  },
  protectedPage: { path: '/home' },
  patience: 2_000,
})
