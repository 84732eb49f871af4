// Runs the command from its sources, with a Node that reads TypeScript: this one, or the one that the package `node` has brought.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (process.features.typescript) {
  // Node reads TypeScript, but no JSX.
  const { register } = await import('tsx/esm/api')
  // The JSX of the reports is compiled as the repository says, wherever the command is called.
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
  await import('./cli.ts')
} else {
  const bundled = bundledNode()
  if (bundled) {
    const command = fileURLToPath(new URL('./doorstep.mjs', import.meta.url))
    const child = spawn(bundled, [command, ...process.argv.slice(2)], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (status) => {
      process.exitCode = status ?? 2
    })
  } else {
    console.error(
      `The repository needs a Node that reads TypeScript and this is ${process.versions.node}: run "npm ci" here first, it brings one along.`,
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
