/**
 * What the script of an exported file does: it gives the pack's own script the modules that a pack imports, and shows the walk
 * once that script has brought the pack.
 */
import { createRoot } from 'react-dom/client'
import * as xstate from 'xstate'
import * as authoring from '../../../machines/authoring.ts'
import { type Pack, packIn } from '../../../machines/model/pack.ts'
import { begin, choicesAt, send, walk } from '../../../machines/model/walk.ts'
import { showMeanings } from '../../glossary/show-meanings.ts'
import { products } from '../../products.ts'
import { Walk } from '../../simulator/Walk.tsx'
import type { InFile } from './data.ts'
import { resume, useReportedPlace } from './use-reported-place.ts'

async function start(exported: Record<string, unknown>): Promise<void> {
  const bench = document.getElementById('bench')
  const data = document.getElementById('walk-data')?.textContent
  if (!bench || !data) throw new Error('The file is not complete: export it again.')
  const { flowId, mails, next }: InFile = JSON.parse(data)
  const pack: Pack = packIn(exported, 'the exported file')
  const product = await products[pack.id]?.()
  foldSteps()
  showMeanings()
  resume()
  createRoot(bench).render(
    <Walk {...{ flowId, mails, next, usePlaceOf: useReportedPlace }} loaded={{ pack, product }} />,
  )
}

/** The steps are open, but for a narrow page, where they are one line. */
function foldSteps() {
  const steps = document.querySelector<HTMLDetailsElement>('.documentation')
  const narrow = matchMedia('(max-width: 64rem)')
  const fold = () => {
    if (steps) steps.open = !narrow.matches
  }
  narrow.addEventListener('change', fold)
  fold()
}

/** `@doorstep/machines` without the packs that it bundles: a file has its own alone. */
const machines = { ...authoring, begin, choicesAt, send, walk }

Object.assign(globalThis, {
  doorstep: { start, modules: { doorstep: authoring, '@doorstep/machines': machines, xstate } },
})
