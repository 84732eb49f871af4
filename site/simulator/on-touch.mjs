import { fileURLToPath } from 'node:url'

/**
 * Astro integration: `client:touch` loads an island when the reader reaches for it, or when the address names a moment
 * to show. Until then a page loads no framework.
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
