import { findingsOf } from '../findings.ts'
import { placeInRepository } from '../place.ts'
import type { CheckResult } from '../result.ts'
import { printableAll } from '../terminal/printable.ts'

const commands = { fails: 'error', known: 'warning', advice: 'notice' } as const

/** What a workflow command takes as its message; a line break would end it, and begin another one. */
const escapeMessage = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * What speaks against the target, as workflow commands of GitHub Actions: an annotation each, at the line of the documentation.
 * @param root of the repository; default: as the environment says
 */
export function annotationsOf(result: CheckResult, site: string, root?: string): string[] {
  return findingsOf(printableAll(result), site).map(({ weight, name, outcome, place, id }) => {
    const { file, line } = placeInRepository(place, root) ?? {}
    const properties = Object.entries({ file, line, title: id }).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
    )
    return `::${commands[weight]} ${properties.join(',')}::${escapeMessage(`${name}\n${outcome.message}`)}`
  })
}
