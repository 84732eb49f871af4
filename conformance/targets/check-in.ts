import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkResult } from '../report/result.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))

/** Checks with the command, as a person would in a folder; for tests. Flows alone, unless a check is named. */
export async function checkIn(folder: string, ...args: string[]) {
  const what = args.includes('--check') ? args : ['--no-checks', ...args]
  const child = spawn(process.execPath, [command, 'check', '--json', 'r.json', ...what], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  const result = () => checkResult.parse(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')))
  return { status, stderr, result }
}
