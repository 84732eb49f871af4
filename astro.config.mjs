import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { referenceOnPages } from './site/docs/reference-on-pages.ts'
import { exportOnPages } from './site/export/export-on-pages.ts'
import { packsOnPages } from './site/packs/packs-on-pages.ts'
import { docsInSearch } from './site/search/docs-in-search.ts'
import { classesInDev } from './site/server/classes-in-dev.ts'
import { compress } from './site/server/compress.ts'
import { describeLive } from './site/server/describe-live.ts'
import { linksBelowBase } from './site/server/links-below-base.ts'
import { liveInDev } from './site/server/live-in-dev.ts'
import { onTouch } from './site/simulator/on-touch.mjs'

const port = Number(process.env.PORT ?? 4321)
const at = (variable, above) => `http://localhost:${process.env[variable] ?? port + above}`
const live = describeLive({ tenant: at('TENANT_PORT', 1) })

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'always',
  server: { port },
  // A page is drawn as soon as it is there: three files more cost a slow phone a third of a second, and compress to 12 kB.
  build: { inlineStylesheets: 'always' },
  // Our blocks are commands and profiles: colours would need a second palette beside the design tokens.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [
    react(),
    onTouch(),
    packsOnPages(),
    exportOnPages(),
    referenceOnPages(),
    docsInSearch(),
    linksBelowBase(),
    compress(),
  ],
  vite: { plugins: [liveInDev(live), classesInDev(`http://localhost:${port}`)] },
})
