import bundled from './doorstep.config.ts'

/** Environment variable that names the variant. */
export const VARIANT = 'DOORSTEP_VARIANT'

/** The bundled tenant in one of its variants. */
export default {
  ...bundled,
  async start() {
    const { startBundled } = await import('../start-bundled.ts')
    const { variants } = await import('./variants.ts')
    const { url, close } = await startBundled(variants[process.env[VARIANT] ?? ''])
    return { url, data: null, close }
  },
}
