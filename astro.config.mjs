import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { onTouch } from './site/simulator/on-touch.mjs'

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [react(), onTouch()],
})
