import { packScripts, parts } from 'virtual:doorstep-export'
import type { APIRoute, GetStaticPaths } from 'astro'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { mailsOf } from '../../components/mails-of.tsx'
import { dataOf } from '../../export/data-of.ts'
import { walkFile } from '../../export/WalkFile.tsx'
import { packs, slugOf } from '../../packs/shown-packs.ts'

export const getStaticPaths = (() =>
  packs.flatMap((pack) =>
    pack.flows.map((flow) => ({ params: { slug: slugOf(pack, flow) }, props: { pack, flow } })),
  )) satisfies GetStaticPaths

interface Props {
  pack: Pack
  flow: Flow
}

/** The flow as one file, the same that `doorstep export` writes. */
export const GET: APIRoute<Props> = async ({ props: { pack, flow } }) => {
  const packScript = packScripts[pack.id]
  if (packScript === undefined)
    throw new Error(`The site was built without a pack "${pack.id}": build it again.`)
  const data = dataOf(pack, flow, await mailsOf(pack, flow))
  return new Response(walkFile({ pack, flow, parts, packScript, data }), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
