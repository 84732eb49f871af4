import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Flow, Gap } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { markTerms } from '../glossary/mark-terms.ts'
import type { FileParts } from './bundle.ts'
import type { InFile } from './in-file/data.ts'

interface Props {
  pack: Pack
  flow: Flow
  parts: FileParts
  /** The script that brings the pack. */
  packScript: string
  data: InFile
}

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** Nothing is fetched: the fonts are part of the style sheet, and the phone reads the QR code out of its picture. */
const policyOf = (scripts: readonly string[]) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'connect-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** As part of a script element, no text may close it. */
const jsonOf = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')

/**
 * One flow as one HTML file that needs nothing else. React writes what is read; scripts and styles come as they are, because they
 * are known by their hashes.
 */
export function walkFile({ pack, flow, parts, packScript, data }: Props): string {
  const script = `${parts.script}\n${packScript}`
  const packed = gzipSync(script, { level: 9 }).toString('base64')
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={policyOf([parts.unpack, script])} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="generator" content="doorstep export" />
      <title>{`${flow.title} · ${pack.title}`}</title>
    </>,
  )
  return [
    `<!doctype html><html lang="en"><head>${head}<style>${parts.style}</style></head><body>`,
    markTerms(renderToStaticMarkup(<Main {...{ pack, flow }} />)),
    `<script type="application/json" id="walk-data">${jsonOf(data)}</script>`,
    `<script type="text/plain" id="walk-script">${packed}</script>`,
    `<script type="module">${parts.unpack}</script></body></html>\n`,
  ].join('\n')
}

function Main({ pack, flow }: Pick<Props, 'pack' | 'flow'>) {
  return (
    <main id="main" className="flow-page">
      <header className="top">
        <h1>{flow.title}</h1>
        <p>{pack.title}</p>
      </header>
      <noscript>
        <p className="past">The walk needs JavaScript. The steps are readable without it.</p>
      </noscript>
      <div id="bench" className="island" />
      <details className="documentation" open>
        <summary>
          <span data-steps="">The steps</span>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys alone */}
        <section className="scrolls" tabIndex={0} aria-label="The steps">
          <div className="procedure">
            <Steps flow={flow} />
          </div>
          <Gaps gaps={flow.gaps.filter((gap) => stepOf(gap) === undefined)} />
        </section>
      </details>
    </main>
  )
}

const stepOf = ({ step }: Gap) => step?.match(/\.(\d+)$/)?.[1]

function Steps({ flow }: { flow: Flow }) {
  const { gaps } = flow
  return (
    <ol>
      {Object.entries(flow.steps).map(([number, step]) => (
        <li key={number}>
          <p>{step}</p>
          <Gaps gaps={gaps.filter((gap) => stepOf(gap) === number)} />
        </li>
      ))}
    </ol>
  )
}

function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  return gaps.map(({ id, title, text }) => (
    <aside key={id} className="gap" aria-label={`Gap: ${title}`}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
    </aside>
  ))
}
