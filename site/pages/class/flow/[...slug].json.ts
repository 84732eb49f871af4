import { diagrams } from 'virtual:doorstep/diagrams'
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import type { FlowAssets } from '../../../class/client/load-flow.ts'
import { mailsOf } from '../../../components/mails-of.tsx'
import { shownWidth } from '../../../diagrams/page-script.ts'
import { addressOfFlow, packs } from '../../../packs/shown-packs.ts'

export const getStaticPaths = (() =>
  packs.flatMap((pack) =>
    pack.flows.map((flow) => ({ params: { slug: `${pack.id}/${flow.id}` }, props: { pack, flow } })),
  )) satisfies GetStaticPaths

type Props = InferGetStaticPropsType<typeof getStaticPaths>

/** What the pages of a class load of a flow: they show one flow now and another later. */
export const GET: APIRoute<Props> = async ({ props: { pack, flow } }) => {
  const svg = diagrams[`${pack.id}/${flow.id}`] ?? ''
  const width = shownWidth(Number(svg.match(/viewBox="\S+ \S+ (\S+)/)?.[1]))
  const assets: FlowAssets = {
    mails: await mailsOf(pack, flow),
    diagram: svg.replace('<svg ', `<svg width="${width}" `),
    page: addressOfFlow(pack, flow),
  }
  return Response.json(assets)
}
