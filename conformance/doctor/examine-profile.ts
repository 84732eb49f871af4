import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { launchOptions } from '../browser.ts'
import { ensureBrowser } from '../browser-install.ts'
import { findFlows, flowsOf } from '../run/find-flows.ts'
import { openTarget } from '../targets/open-target.ts'
import { loadProfile, type Profile } from '../targets/profile/load.ts'
import { type StartedDeployment, startDeployment } from '../targets/profile/start.ts'
import { ADDRESS, examineAddress } from './examine-address.ts'
import { examineGivens } from './examine-givens.ts'
import { examineMail } from './examine-mail.ts'
import { examinePages } from './examine-pages.ts'
import { examine, type Finding } from './finding.ts'

/**
 * Examines all that a check of this profile needs, in the order in which a check would fail. Ends early where nothing further can be
 * examined.
 * @param file the profile
 * @param only these flows; default: those of the profile
 */
export async function* examineProfile(file: string, only?: string[]): AsyncGenerator<Finding> {
  yield { what: 'Node', is: 'good', said: process.versions.node }
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-doctor-'))
  let profile: Profile | undefined
  let started: StartedDeployment | undefined
  try {
    const browser = yield* examined(
      'Browser',
      async () => ensureBrowser(),
      ({ executablePath, foundBy }) => executablePath ?? foundBy,
    )
    profile = yield* examined(
      'Profile',
      () => loadProfile(file, folder),
      ({ deployment }) => deployment.name,
    )
    if (!profile || !browser) return
    const own = profile
    const { flows, left } = flowsOf(own.deployment, findFlows(own.packs, only), Boolean(only?.length))
    started = yield* examined(
      'Start',
      () => startDeployment(own, folder),
      ({ address }) => address.url,
    )
    if (!started) return
    for await (const finding of examineAddress(own, started.address)) {
      yield finding
      // Nothing can be arranged at an address where nothing answers.
      if (finding.what === ADDRESS && finding.is === 'bad') return
    }
    if (flows.length === 0) {
      yield { what: 'Givens', is: 'bad', said: nothingToWalk(left) }
      return
    }
    const chrome = await chromium.launch(launchOptions(browser))
    try {
      const target = await openTarget(started.address)
      yield* examinePages(target, flows, chrome)
      yield* examineMail(target, flows, chrome)
      yield* examineGivens(target, flows, chrome)
    } finally {
      await chrome.close()
    }
  } finally {
    await started?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const nothingToWalk = ([first]: { id: string; reason: string }[]) =>
  `Nothing can be walked: say in \`givens\` how an account is made.${first ? ` Of ${first.id}: ${first.reason}` : ''}`

/** Examines what the rest depends on: answers it, or nothing where it is not there. */
async function* examined<T>(
  what: string,
  find: () => Promise<T>,
  say: (found: T) => string,
): AsyncGenerator<Finding, T | undefined> {
  let found: T | undefined
  yield await examine(what, async () => {
    found = await find()
    return say(found)
  })
  return found
}
