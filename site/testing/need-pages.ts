import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../../dist/index.html', import.meta.url))

/** @throws where the pages of the site are not built: a benchmark would time refusals */
export function needPages(): void {
  if (!existsSync(home)) throw new Error('The pages are not built yet: run "npm run build" first.')
}
