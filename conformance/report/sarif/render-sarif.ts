import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Finding, findingsOf } from '../findings.ts'
import { type Place, placeInRepository } from '../place.ts'
import type { CheckResult } from '../result.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const levels = { fails: 'error', known: 'warning', advice: 'note' } as const

/**
 * The findings as SARIF 2.1.0, at the lines of the documentation. Only what speaks against the target is a result, for a reader of
 * code scanning shows each as an alert; the totals are properties of the run.
 */
export function renderSarif(result: CheckResult, site: string): string {
  const findings = findingsOf(result, site)
  const ids = [...new Set(findings.map(({ id }) => id))]
  const somewhere = placeInRepository(result.provenance.profile.file ?? anyPlaceIn(result))
  const rules = ids.map((id) => {
    const { name } = findings.find((one) => one.id === id) ?? { name: id }
    return { id, shortDescription: { text: name } }
  })
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'doorstep', semanticVersion: result.provenance.doorstep, rules } },
        automationDetails: { id: `doorstep/${result.target.name}/` },
        invocations: [
          {
            executionSuccessful: result.summary.conforms !== 'unknown',
            startTimeUtc: result.date,
            endTimeUtc: new Date(Date.parse(result.date) + result.took * 1000).toISOString(),
          },
        ],
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        results: findings.map((finding) => resultOf(finding, ids, result, somewhere)),
        properties: { target: result.target, summary: result.summary },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(finding: Finding, ids: string[], { baseline }: CheckResult, somewhere: Place | undefined) {
  const { id, name, verdict, outcome, weight, of, place } = finding
  // A check is about no line; readers of code scanning refuse a result without any.
  const location = placeInRepository(place) ?? somewhere
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: levels[weight],
    message: { text: `${name}\n${outcome.message}${outcome.text ? `\n\n${outcome.text}` : ''}` },
    ...(location && { locations: [{ physicalLocation: physical(location) }] }),
    partialFingerprints: { 'obligation/v1': id },
    ...(baseline && { baselineState: weight === 'known' ? 'unchanged' : 'new' }),
    properties: { verdict, of },
  }
}

/** A path as a URI; one outside of the folder of the call is a whole one, since no reader resolves `..`. */
function physical({ file, line }: Place) {
  const isInside = !isAbsolute(file) && !file.startsWith('..')
  const uri = isInside ? file.split(sep).map(encodeURIComponent).join('/') : pathToFileURL(file).href
  return {
    artifactLocation: { uri, ...(isInside && { uriBaseId: 'SRCROOT' }) },
    ...(line !== undefined && { region: { startLine: line } }),
  }
}

const anyPlaceIn = ({ flows }: CheckResult): string | undefined =>
  flows
    .flatMap(({ steps, transitions }) => [
      ...steps.map(({ documented }) => documented),
      ...transitions.map(({ model }) => model),
    ])
    .find((place) => place !== undefined)
