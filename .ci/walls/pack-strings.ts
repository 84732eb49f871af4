import { parseSync } from 'oxc-parser'
import type { Pack } from '../../machines/model/pack.ts'
import type { SourceFile } from './files.ts'

/** Rooms that are a product, describe one, or measure one: they may say what it is called. */
const ofProducts = [
  'machines/first-login/',
  'site/tenant/',
  'site/directories/',
  'site/products.ts',
  'mock-idp/',
  'conformance/targets/',
  'conformance/defects/',
  'conformance/bench/',
  'conformance/checks/one-form/',
  'examples/',
  '.ci/',
]

/** Words that engine rooms need for other reasons. */
const ownWords: Readonly<Record<string, string>> = {
  'Sign in': 'a word for the button of any provider',
  Continue: 'a word for the button of any provider',
  'nothing-open': 'the screen on which a drafted flow begins',
  'Nothing is open yet': 'its heading',
}

/** Ids of flows and screens, and everything that a screen shows, of some packs. */
export function stringsOf(packs: readonly Pack[]): Set<string> {
  const screens = packs.flatMap(({ screens }) => Object.entries(screens))
  return new Set([
    ...packs.flatMap(({ flows }) => flows.map(({ id }) => id)),
    ...screens.flatMap(([id, { heading, buttons = [], links = [], fields = [] }]) => [
      ...[id, heading, ...buttons, ...links],
      ...fields.map(({ label }) => label),
    ]),
  ])
}

/** Literals of engine rooms that are strings of a pack, each in a sentence. */
export function packStringsIn(files: readonly SourceFile[], packs: readonly Pack[]): string[] {
  const strings = stringsOf(packs)
  return files.filter(isEngine).flatMap(({ path, source }) =>
    literalsOf(path, source)
      .filter((text) => strings.has(text) && !(text in ownWords))
      .map((text) => `${path} names “${text}”, which is a pack's: get it from the pack.`),
  )
}

const isEngine = ({ path }: SourceFile): boolean =>
  /\.tsx?$/.test(path) &&
  !/\.(?:test|spec|bench)\.tsx?$|\/(?:testing|fixtures)\//.test(path) &&
  !ofProducts.some((room) => path.startsWith(room))

/** String literals and texts of JSX. */
function literalsOf(path: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const { type, value } = node as { type?: string; value?: unknown }
    if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') found.push(value.trim())
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(path, source).program)
  return found
}
