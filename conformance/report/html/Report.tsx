import { Checks } from './Checks.tsx'
import { Filter } from './Filter.tsx'
import { Findings } from './Findings.tsx'
import { Flow } from './Flow.tsx'
import { Head } from './Head.tsx'
import { Mark, MarkSymbols } from './Mark.tsx'
import { Summary } from './Summary.tsx'
import { Unreached } from './Unreached.tsx'
import { linkTo, type View } from './view.ts'

/** One file without requests: all that the report shows is in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** The whole document. */
export function Report({ view, style }: { view: View; style: string }) {
  const { result } = view
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Doorstep" />
        <title>{`${result.target.name}, checked ${result.date.slice(0, 10)}`}</title>
        <style>{style}</style>
      </head>
      <body>
        <MarkSymbols />
        <div className="page">
          <Head {...view} />
          <nav aria-label="Report">
            <p className="brand">Doorstep report</p>
            <ul>
              {result.flows.map(({ id, title, verdict }) => (
                <li key={id}>
                  <Mark verdict={verdict} />
                  <a href={linkTo(id)}>{title}</a>
                </li>
              ))}
            </ul>
            <ul>
              {result.checks.length > 0 ? (
                <li>
                  <a href="#checks">Checks</a>
                </li>
              ) : null}
              <li>
                <a href="#unreached">Not reached</a>
              </li>
            </ul>
            <Filter {...view} />
          </nav>
          <main>
            <Findings
              view={view}
              id="faults"
              title="What went wrong in Doorstep"
              verdicts={['harness-error']}
            />
            <Findings
              view={view}
              id="findings"
              title="What speaks against it"
              verdicts={['failed', 'config-error', 'inconclusive']}
            />
            <Findings
              view={view}
              id="accepted"
              title="What differs and is accepted"
              verdicts={['accepted']}
            />
            <Summary {...view} />
            {result.flows.map((flow) => (
              <Flow key={flow.id} view={view} flow={flow} />
            ))}
            <Checks view={view} />
            <Unreached {...view} />
          </main>
        </div>
      </body>
    </html>
  )
}
