import { printKey, printText } from '../draft/print.ts'
import type { Naming, ScreenNamings } from './name.ts'

/** The key `screens` of a profile, indented by that many spaces; nothing where nothing is called otherwise. */
export function screensText(screens: readonly ScreenNamings[], opens: string, indent: string): string[] {
  if (screens.length === 0) return []
  return [
    `${indent}${opens}{`,
    ...screens.flatMap((one) => screenText(one, `${indent}  `)),
    `${indent}}${opens.endsWith(': ') ? ',' : ''}`,
  ]
}

function screenText({ screen, namings }: ScreenNamings, indent: string): string[] {
  const headings = namings.filter(({ part }) => part === 'heading')
  const labels = namings.filter(({ part }) => part !== 'heading')
  const isComment = (one: Naming) => textOf(one) === undefined
  const labelLines = (all: readonly Naming[], by: string) =>
    all.flatMap((one) => namingText(one, printKey(one.documented), by))
  return [
    `${indent}${printKey(screen)}: {`,
    ...headings.flatMap((one) => namingText(one, 'heading', `${indent}  `)),
    // A key with nothing but comments would say nothing.
    ...(labels.every(isComment)
      ? labelLines(labels, `${indent}  `)
      : [`${indent}  labels: {`, ...labelLines(labels, `${indent}    `), `${indent}  },`]),
    `${indent}},`,
  ]
}

/** What a profile says of a name; `undefined` where only a person can say it. */
function textOf({ name, absent, unneeded }: Naming): string | undefined {
  if (unneeded !== undefined) return `{ unneeded: ${printText(unneeded)} }`
  if (absent !== undefined) return `{ absent: ${printText(absent)} }`
  return typeof name === 'string' ? printText(name) : name === false ? 'false' : undefined
}

function namingText(one: Naming, key: string, indent: string): string[] {
  const { part, documented, guessed, others } = one
  const also = others.length > 0 ? `; the page also has ${others.map((name) => `“${name}”`).join(', ')}` : ''
  const text = textOf(one)
  if (text === 'false') return [`${indent}// The page has no heading.`, `${indent}${key}: false,`]
  if (text === undefined)
    return [
      `${indent}// The ${part} “${documented}” is not there${also}. Say ${part === 'heading' ? 'what is' : "{ absent: 'why' }, or where it is"}.`,
    ]
  return [
    ...(guessed ? [`${indent}// Guessed for “${documented}”${also}.`] : []),
    `${indent}${key}: ${text},`,
  ]
}
