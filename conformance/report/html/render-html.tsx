import { renderToStaticMarkup } from 'react-dom/server'
import type { CheckResult } from '../result.ts'
import { verdictNames } from '../result.ts'
import { Report } from './Report.tsx'
import { readPictures } from './read-pictures.ts'
import { readStyle } from './read-style.ts'

/** The result for people: one file with its style, its typefaces and its pictures, which asks for nothing and runs nothing. */
export async function renderHtml(result: CheckResult, site: string): Promise<string> {
  const [pictures, style] = await Promise.all([readPictures(result), readStyle()])
  const hiding = verdictNames.map(
    (verdict) =>
      `:root:has(#show-${verdict}:not(:checked)) :is(.finding, .steps li, .findings li)[data-verdict="${verdict}"]{display:none}`,
  )
  const document = <Report view={{ result, site, pictures }} style={[style, ...hiding].join('\n')} />
  return `<!doctype html>\n${renderToStaticMarkup(document)}\n`
}
