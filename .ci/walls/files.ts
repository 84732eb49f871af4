import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from './walls.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = ['*.ts', '*.tsx', '*.astro', '*.mjs']

/** Every source file that Git knows or would know, by its path from the root. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...sources], {
    cwd: root,
    encoding: 'utf8',
  })
  return [...new Set(listed.split('\n'))].flatMap((path) => {
    const file = join(root, path)
    return path && existsSync(file) ? [{ path, source: readFileSync(file, 'utf8') }] : []
  })
}
