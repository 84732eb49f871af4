#!/usr/bin/env node
// The command itself: finds a Node that runs TypeScript, then hands over to cli.ts. Plain JavaScript, so that an old
// Node can say what is missing instead of choking on a type.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 22

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./cli.ts')
} else {
  const bundled = ['../node_modules/node/bin/node', '../node_modules/node/bin/node.exe']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync)
  if (bundled) {
    const { status } = spawnSync(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    process.exitCode = status ?? 2
  } else {
    console.error(
      `Doorstep needs Node ${OLDEST_NODE} or newer and this is ${process.versions.node}: run "npm ci" here first, it brings one along.`,
    )
    process.exitCode = 2
  }
}
