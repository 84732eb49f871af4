import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { type Browser, launchOptions } from '../browser.ts'
import type { LoadedPack } from '../packs/load-pack.ts'
import type { Depth } from '../plan/index.ts'
import type { Provenance } from '../report/provenance.ts'
import type { Json } from '../targets/profile/deployment.ts'
import type { Profile } from '../targets/profile/load.ts'

const DIGITS = 16

const own: { version: string } = createRequire(import.meta.url)('doorstep/package.json')

interface Origins {
  profile: Profile
  /** As the call names the profile. */
  config: string | undefined
  browser: Browser
  url: string
  data: Json
  depth: Depth | undefined
  say: (line: string) => void
}

/** What the result of a run comes from. A target that does not tell its build is no reason not to check it. */
export async function provenanceOf({
  profile,
  config,
  browser,
  url,
  data,
  depth,
  say,
}: Origins): Promise<Provenance> {
  const build = await profile.deployment.build?.({ url, data }).catch((error: unknown) => {
    say(`The build is not known: ${error instanceof Error ? error.message : error}`)
  })
  return {
    doorstep: own.version,
    node: process.versions.node,
    browser: { name: 'chromium', version: await versionOf(browser) },
    model: modelHash(profile.loaded),
    profile: { ...(config && { file: config }), hash: hash([readFileSync(profile.path)]) },
    ...(build && { build }),
    depth: depth ?? 'transitions',
  }
}

/** All files of the packs, in an order that does not depend on the machine; a pack inside the profile is the profile's file. */
export function modelHash(packs: readonly LoadedPack[]): string {
  const files = packs.flatMap(({ folder, file }) => {
    if (dirname(file) !== folder || !basename(file).startsWith('pack.')) return [readFileSync(file)]
    return globSync('**/*.{ts,md,mdx,json}', { cwd: folder, exclude: ['**/node_modules/**', '**/*.test.ts'] })
      .sort()
      .flatMap((name) => [name, readFileSync(join(folder, name))])
  })
  return hash(files)
}

function hash(parts: readonly (string | Buffer)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex').slice(0, DIGITS)
}

async function versionOf(browser: Browser): Promise<string> {
  const launched = await chromium.launch(launchOptions(browser))
  try {
    return launched.version()
  } finally {
    await launched.close()
  }
}
