import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { compress } from './site/server/compress.ts'
import { liveFlows } from './site/server/live-flows.ts'
import { liveInDev } from './site/server/live-in-dev.ts'
import { onTouch } from './site/simulator/on-touch.mjs'

const port = Number(process.env.PORT ?? 4321)

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'always',
  server: { port },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [react(), onTouch(), compress()],
  vite: {
    plugins: [liveInDev({ tenantPort: Number(process.env.TENANT_PORT ?? port + 1), flows: liveFlows })],
  },
})
