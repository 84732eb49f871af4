import { readdir } from 'node:fs/promises'
import { type Flow, isJourney } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Check } from './check.ts'
import { faults } from './faults/faults.ts'
import { sneakPaths } from './sneak-paths/sneak-paths.ts'

/** A file that holds a check begins with its id: `lnk1-link-works-once.ts`. */
const FILE = /^([a-z]+)(\d+)-[^.]*\.(?:ts|js)$/

/** Groups of checks, in the order in which they are reported: beginning of an id → the folder of its files. */
export const folders: Readonly<Record<string, string>> = {
  ENU: 'enumeration',
  PWD: 'passwords',
  RATE: 'passwords',
  LNK: 'links',
  OTP: 'codes',
  WA: 'keys',
  SES: 'sessions',
  RP: 'relying-party',
  CFG: 'sso-configuration',
  OWN: 'ownership',
  ADM: 'administration',
  MAI: 'mails',
  TXT: 'text',
}

async function loadGroup([group, folder]: [string, string]): Promise<Check[]> {
  const files = await readdir(new URL(`${folder}/`, import.meta.url))
  const own = files.flatMap((file) => {
    const [, letters = '', number = ''] = FILE.exec(file) ?? []
    return letters.toUpperCase() === group ? [{ file, id: letters + number, number: Number(number) }] : []
  })
  return Promise.all(
    own
      .toSorted((a, b) => a.number - b.number)
      .map(async ({ file, id }) => {
        const url = new URL(`${folder}/${file}`, import.meta.url)
        const exports: Record<string, Check> = await import(/* @vite-ignore */ url.href)
        const check = exports[id]
        if (check) return check
        throw new Error(`conformance/checks/${folder}/${file} exports no check "${id}".`)
      }),
  )
}

/** The checks that are about no flow in particular. */
const general: readonly Check[] = (await Promise.all(Object.entries(folders).map(loadGroup))).flat()

/** The checks of a flow: its sneak paths and its fault loop. A journey has none: its flows have their own. */
const checksOf = (flow: Flow, n: number, flows: readonly Flow[]): Check[] =>
  isJourney(flow) ? [] : [sneakPaths(flow), faults(flow, flows.slice(0, n))]

/** Every check that can be made of products with these packs. */
export const checksFor = (packs: readonly Pack[]): readonly Check[] => {
  const ofFlows = packs.flatMap(({ flows }) => flows.flatMap(checksOf))
  const isSneakPath = ({ id }: Check) => id.startsWith('SNK')
  return [...general, ...ofFlows.filter(isSneakPath), ...ofFlows.filter((check) => !isSneakPath(check))]
}
