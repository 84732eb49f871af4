import { fileURLToPath } from 'node:url'

/**
 * Astro integration: `client:touch` loads an island when the browser is idle after the first paint; earlier where the reader
 * reaches for it, or the address names a moment to show.
 */
export function onTouch() {
  return {
    name: 'client-touch',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) =>
        addClientDirective({
          name: 'touch',
          entrypoint: fileURLToPath(new URL('./on-touch-client.mjs', import.meta.url)),
        }),
    },
  }
}
