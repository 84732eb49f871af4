import { createRequire } from 'node:module'
import { chromium } from '@playwright/test'
import { type Browser, launchOptions } from '../browser.ts'
import type { Depth } from '../plan/index.ts'
import { CHANGED, type Provenance } from '../report/provenance.ts'
import type { Json } from '../targets/profile/functions.ts'
import type { Profile } from '../targets/profile/load.ts'
import { modelHash, profileHash } from './hashes.ts'

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
    profile: { ...(config && { file: config }), hash: profileHash(profile.path) },
    ...(build && { build }),
    depth: depth ?? 'transitions',
  }
}

/**
 * The same, after the run. Each walk reads the profile and its packs again, so that an edit meanwhile makes them differ: it is said
 * and marked.
 */
export function provenanceAfter(
  before: Provenance,
  profile: Profile,
  say: (line: string) => void,
): Provenance {
  if (isAsBefore(before, profile)) return before
  say(`${CHANGED}: what was walked before and after it is not the same. Run it again.`)
  return { ...before, changed: true }
}

/** A file that is gone by now has changed, too: the run is done, and its result must not be lost. */
function isAsBefore({ profile, model }: Provenance, { path, loaded }: Profile): boolean {
  try {
    return profileHash(path) === profile.hash && modelHash(loaded) === model
  } catch {
    return false
  }
}

async function versionOf(browser: Browser): Promise<string> {
  const launched = await chromium.launch(launchOptions(browser))
  try {
    return launched.version()
  } finally {
    await launched.close()
  }
}
