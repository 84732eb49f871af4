import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { type Moment, walk } from '../../machines/model/walk.ts'
import { type Place, writeAddress } from '../simulator/walk/address.ts'
import { originInWords } from '../simulator/walk/choices.ts'
import { countOf } from '../simulator/walk/count-of.ts'

const SIZE = { width: 1440, height: 900 }

interface Shown {
  /** How many events have happened: 0 is the beginning. */
  at: number
  /** The screen as it is before the step, as a JPEG. */
  picture: Buffer
  /** What comes next; nothing at the last moment. */
  next: Moment | undefined
}

/** The screen of each moment of a walk, as the exported file shows it. */
async function* picturesOf(browser: Browser, file: string, flow: Flow, place: Place) {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 2, colorScheme: 'light' })
  for (let at = 0; at <= place.at; at += 1) {
    // Each moment is a page of its own, as a reload shows it.
    await page.goto('about:blank')
    await page.goto(pathToFileURL(file).href + writeAddress(flow, { ...place, at }))
    await page.locator('.transport output', { hasText: countOf(at, place.walk.length) }).waitFor()
    await page.evaluate(() => document.fonts.ready)
    yield await page.locator('.browser').screenshot({ type: 'jpeg', quality: 85, animations: 'disabled' })
  }
  await page.close()
}

/**
 * A walk on paper, A4: what is done at each moment, the documented step, and the screen on which it is done.
 * @param html the flow as one file
 * @param place the walk, up to the moment where the paper ends
 */
export async function walkPdf(browser: Browser, html: string, pack: Pack, flow: Flow, place: Place) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-pdf-'))
  try {
    const file = join(folder, 'walk.html')
    await writeFile(file, html)
    const moments = walk(flow, place.given, place.walk)
    const shown: Shown[] = []
    for await (const picture of picturesOf(browser, file, flow, place))
      shown.push({ at: shown.length, picture, next: moments[shown.length + 1] })
    const page = await browser.newPage()
    await page.setContent(
      `<!doctype html>${renderToStaticMarkup(<Paper {...{ pack, flow, place, shown }} />)}`,
    )
    return await page.pdf({
      format: 'A4',
      margin: { top: '16mm', bottom: '18mm', left: '16mm', right: '16mm' },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<p style="width: 100%; font: 8px sans-serif; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></p>',
      tagged: true,
      outline: true,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

const style = `
  body { font: 11pt/1.45 Inter, system-ui, sans-serif; color: #1a1a18 }
  h1 { margin: 0; font-size: 20pt }
  h2 { margin: 0; font-size: 12pt }
  p { margin: 1mm 0 0 }
  .about { margin-bottom: 6mm; color: #55554f }
  section { margin-top: 7mm; break-inside: avoid }
  .step { color: #55554f; font-size: 10pt }
  .refused { color: #a4262c }
  img { display: block; width: 120mm; margin-top: 3mm; border: 0.3mm solid #c9c8c2; border-radius: 2mm }
`

function Paper({ pack, flow, place, shown }: { pack: Pack; flow: Flow; place: Place; shown: Shown[] }) {
  return (
    <html lang="en">
      <head>
        <title>{`${flow.title} · ${pack.title}`}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{flow.title}</h1>
        <p className="about">
          {pack.title}. {flow.givens[place.given]}.
        </p>
        {shown.map(({ at, picture, next }) => (
          <section key={at}>
            <h2>
              {next ? `${at + 1}. ${flow.events[next.edge?.event ?? '']?.label}` : 'This is what you see now'}
            </h2>
            {next?.edge ? <Origin flow={flow} moment={next} /> : null}
            <img src={`data:image/jpeg;base64,${picture.toString('base64')}`} alt="The screen" />
          </section>
        ))}
      </body>
    </html>
  )
}

/** The documented step in its words, or why else it is in the model. */
function Origin({ flow, moment: { edge } }: { flow: Flow; moment: Moment }) {
  if (!edge) return null
  const { meta } = edge
  const step =
    'step' in meta ? flow.steps[Number(meta.step.slice(meta.step.lastIndexOf('.') + 1))] : undefined
  return (
    <p className="step">
      {meta.refused ? <strong className="refused">Refused. </strong> : null}
      {originInWords(flow, edge)}
      {step ? `: ${step}` : null}
    </p>
  )
}
