import { extname } from 'node:path'
import type { CheckResult } from '../result.ts'

const LABEL = 'documented steps'

/** Names and colours of shields.io. */
const looks = {
  yes: { color: 'brightgreen', hex: '#4c1' },
  no: { color: 'red', hex: '#e05d44' },
  unknown: { color: 'lightgrey', hex: '#9f9f9f' },
} as const

/** `24 of 24 conform`, or what is known of them. */
function messageOf({ summary }: CheckResult): string {
  const { conforms, steps, checks } = summary
  const isOfSteps = Object.keys(steps).length > 0
  const counts = isOfSteps ? steps : checks
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const good = (counts.passed ?? 0) + (counts.accepted ?? 0)
  if (conforms === 'unknown') return `no verdict, ${good} of ${all} conform`
  return `${good} of ${all} conform`
}

/** A badge: a file for the endpoint of shields.io, or a picture where the file's name ends in `.svg`. */
export const renderBadge = (result: CheckResult, file: string): string =>
  extname(file).toLowerCase() === '.svg' ? pictureOf(result) : `${JSON.stringify(endpointOf(result))}\n`

const labelOf = ({ summary: { steps } }: CheckResult) => (Object.keys(steps).length > 0 ? LABEL : 'checks')

const endpointOf = (result: CheckResult) => ({
  schemaVersion: 1,
  label: labelOf(result),
  message: messageOf(result),
  color: looks[result.summary.conforms].color,
})

/** The mean width of a character in Verdana 11, in pixels: `textLength` makes up for the rest. */
const WIDTH = 6.4
const PADDING = 6
const HEIGHT = 20

function pictureOf(result: CheckResult): string {
  const parts = [
    { text: labelOf(result), fill: '#555' },
    { text: messageOf(result), fill: looks[result.summary.conforms].hex },
  ].map((part) => ({ ...part, wide: Math.round(part.text.length * WIDTH) + 2 * PADDING }))
  const whole = parts.reduce((sum, { wide }) => sum + wide, 0)
  let left = 0
  const drawn = parts.map(({ text, fill, wide }) => {
    const from = left
    left += wide
    return `<rect x="${from}" width="${wide}" height="${HEIGHT}" fill="${fill}"/><text x="${from + PADDING}" y="14" textLength="${wide - 2 * PADDING}">${text}</text>`
  })
  const said = parts.map(({ text }) => text).join(': ')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${HEIGHT}" role="img" aria-label="${said}"><title>${said}</title><clipPath id="r"><rect width="${whole}" height="${HEIGHT}" rx="3"/></clipPath><g clip-path="url(#r)" fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${drawn.join('')}</g></svg>\n`
}
