#!/usr/bin/env node
// The command itself: finds a Node that runs TypeScript, then hands over to cli.ts. Plain JavaScript, so that an old
// Node can say what is missing instead of choking on a type.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 22

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./cli.ts')
} else {
  const bundled = bundledNode()
  if (bundled) {
    const child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (status) => {
      process.exitCode = status ?? 2
    })
  } else {
    console.error(
      `Doorstep needs Node ${OLDEST_NODE} or newer and this is ${process.versions.node}: run "npm ci" here first, it brings one along.`,
    )
    process.exitCode = 2
  }
}

/** The Node that the package `node` brought along, wherever npm has put it. */
function bundledNode() {
  const folders = createRequire(import.meta.url).resolve.paths('node/package.json') ?? []
  return folders
    .flatMap((folder) => ['node', 'node.exe'].map((name) => join(folder, 'node/bin', name)))
    .find(existsSync)
}
