import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { packs } from '@doorstep/machines'
import { drawFlows } from './draw-flows.ts'
import { diagramSource } from './source.ts'

// `npm run diagrams`: the bundled flows are drawn ahead of time, so that a build needs no browser for them.
const flows = packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow })))
const drawn = await drawFlows(flows)
if (drawn.length === 0) throw new Error('No Chromium was found to draw with. Set CHROMIUM_PATH to one.')

flows.forEach(({ pack, flow }, n) => {
  const hash = createHash('sha256').update(diagramSource(pack, flow)).digest('hex').slice(0, 16)
  const folder = new URL(`./svg/${pack.id}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    new URL(`${flow.id}.svg`, folder),
    `${drawn[n]?.replace('<svg ', `<svg data-source="${hash}" `)}\n`,
  )
  console.log(`${pack.id}/${flow.id}.svg`)
})
