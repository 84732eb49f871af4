import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { picturesOf } from '../pictures-of.ts'
import type { CheckResult } from '../result.ts'

const types: Record<string, string> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg' }

/** Every picture that the result names and that is still there: its path → itself as a data URI. */
export async function readPictures(result: CheckResult): Promise<Map<string, string>> {
  const read = picturesOf(result).map(async (path) => {
    const type = types[extname(path).toLowerCase()]
    const bytes = type && (await readFile(path).catch(() => undefined))
    return bytes ? ([path, `data:${type};base64,${bytes.toString('base64')}`] as const) : undefined
  })
  return new Map((await Promise.all(read)).filter((entry) => entry !== undefined))
}
