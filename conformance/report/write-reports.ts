import { writeFile } from 'node:fs/promises'
import { renderBadge } from './badge/render-badge.ts'
import { checkWritable } from './check-writable.ts'
import { renderCtrf } from './ctrf/render-ctrf.ts'
import { renderJunit } from './junit/render-junit.ts'
import type { CheckResult } from './result.ts'
import { renderSarif } from './sarif/render-sarif.ts'

/** Where renderings of a result go; one that is not named is not made. */
export interface ReportFiles {
  json?: string
  html?: string
  junit?: string
  ctrf?: string
  sarif?: string
  badge?: string
  /** Where the simulator is that the reports lead to. */
  site: string
}

/**
 * Finds out before a run whether its reports can be written after it.
 * @throws CheckError `report-unwritable`
 */
export function checkReportsWritable({ json, html, junit, ctrf, sarif, badge }: ReportFiles): void {
  for (const file of [json, html, junit, ctrf, sarif, badge]) if (file) checkWritable(file)
}

/** Writes each report that is asked for. */
export async function writeReports(files: ReportFiles, result: CheckResult): Promise<void> {
  const { json, html, junit, ctrf, sarif, badge, site } = files
  if (json) await writeFile(json, `${JSON.stringify(result, null, 2)}\n`)
  if (junit) await writeFile(junit, renderJunit(result, site))
  if (ctrf) await writeFile(ctrf, renderCtrf(result, site))
  if (sarif) await writeFile(sarif, renderSarif(result, site))
  if (badge) await writeFile(badge, renderBadge(result, badge))
  if (!html) return
  // React is loaded only when it is needed.
  const { renderHtml } = await import('./html/render-html.tsx')
  await writeFile(html, await renderHtml(result, site))
}
