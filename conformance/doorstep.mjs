#!/usr/bin/env node
// The command itself. Plain JavaScript, so that an old Node can say what is missing instead of choking on what it does not know.
import { existsSync } from 'node:fs'
import module from 'node:module'

/** `node:sqlite` needs no flag from there on. */
const OLDEST = [22, 13]

/** Only the repository has it: there the sources run, with the Node that `npm ci` brings along. */
const fromSource = new URL('./from-source.mjs', import.meta.url)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isTooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])

if (existsSync(fromSource)) await import(fromSource.href)
else if (isTooOld) {
  console.error(
    `Doorstep needs Node ${OLDEST.join('.')} or newer and this is ${process.versions.node}: install a newer one, https://nodejs.org/en/download says how.`,
  )
  process.exitCode = 2
} else {
  // Most commands load some hundred files.
  module.enableCompileCache()
  await import('./cli.js')
}
