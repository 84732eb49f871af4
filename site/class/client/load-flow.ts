import type { Mail } from '../../simulator/devices/mail.ts'

/** What a page is given of a flow in addition to its pack: rendered when the site was built. */
export interface FlowAssets {
  mails: Record<string, Mail>
  /** The state diagram as SVG; empty where it was not drawn ahead of time. */
  diagram: string
  /** Path of the flow’s own page. */
  page: string
}

const loading = new Map<string, Promise<FlowAssets>>()

/** The same promise each time, so that it can be read while rendering. */
export function loadFlow(pack: string, flow: string): Promise<FlowAssets> {
  const path = `/class/flow/${pack}/${flow}.json`
  const known = loading.get(path)
  if (known) return known
  const promise = fetch(path).then((answer) => {
    if (!answer.ok) throw new Error(`The site was built without ${path}: build it again.`)
    return answer.json() as Promise<FlowAssets>
  })
  loading.set(path, promise)
  return promise
}
