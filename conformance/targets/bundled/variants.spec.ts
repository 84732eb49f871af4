import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkIn } from '../check-in.ts'
import { VARIANT } from './variant.config.ts'
import { variants } from './variants.ts'

const profile = fileURLToPath(new URL('./variant.config.ts', import.meta.url))

/** Checks that send what a page has sent once more, with something changed. */
const checks = [
  ...['OTP1', 'OTP4', 'OTP5', 'OTP10', 'OTP11', 'LNK1', 'LNK5', 'LNK11', 'OWN1', 'OWN3', 'OWN6'],
  ...['SES5', 'ADM1', 'CFG2', 'PWD9', 'RATE1', 'SNK.activate-account'],
]

for (const variant of Object.keys(variants))
  test(`checks prove what they claim where ${variant}`, { tag: '@long' }, async () => {
    test.setTimeout(900_000)
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-variant-'))
    process.env[VARIANT] = variant
    const named = checks.flatMap((id) => ['--check', id])
    const { status, result, stderr } = await checkIn(folder, '--config', profile, ...named)
    const verdicts = result().checks.map(({ id, verdict }) => `${id} ${verdict}`)
    expect(verdicts.sort(), stderr).toEqual(checks.map((id) => `${id} passed`).sort())
    expect(status).toBe(0)
    rmSync(folder, { recursive: true })
  })
