import { readdir } from 'node:fs/promises'
import { CheckError } from '../errors.ts'
import { choiceAmong } from '../names.ts'
import type { Defect } from './defect.ts'

/** Files of this folder that hold no defect. */
const OTHERS =
  /^(?:index|defect|flaw|tamper|run-check|judge-defect|kill-matrix|matrix-table|sso-tokens)\.|\.(?:test|spec)\./

const isDefect = (value: unknown): value is Defect =>
  typeof value === 'object' && value !== null && 'id' in value && 'title' in value && 'fails' in value

async function load(file: string): Promise<Defect[]> {
  const exports: Record<string, unknown> = await import(
    /* @vite-ignore */ new URL(file, import.meta.url).href
  )
  return Object.values(exports).flat().filter(isDefect)
}

const files = (await readdir(new URL('.', import.meta.url))).filter(
  (file) => /\.(?:ts|js)$/.test(file) && !OTHERS.test(file),
)

/** Every defect, by its id. A file exports one, or several of a kind. */
export const defects: readonly Defect[] = (await Promise.all(files.map(load)))
  .flat()
  .toSorted((a, b) => a.id.localeCompare(b.id))

/** The defect of that id. @throws CheckError `unknown-defect`, naming those there are */
export function defectOf(id: string): Defect {
  const defect = defects.find((defect) => defect.id === id)
  if (defect) return defect
  const known = defects.map((one) => one.id)
  throw new CheckError('unknown-defect', `There is no defect "${id}": ${choiceAmong(id, known)}.`)
}
