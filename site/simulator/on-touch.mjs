import { fileURLToPath } from 'node:url'

/**
 * Astro integration: `client:touch` loads an island when somebody reaches for it, or when the address names a moment to be
 * shown. Until then a page carries no framework at all.
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
