import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const framedByAnybody: Defect = {
  id: 'framed-by-anybody',
  title: 'Any site may show the product in a frame',
  tamper: (send) => async (request) =>
    changed(await send(request), {
      headers(headers) {
        const policy = headers.get('content-security-policy') ?? ''
        headers.set('content-security-policy', policy.replace(/;?\s*frame-ancestors[^;]*/, ''))
        headers.delete('x-frame-options')
      },
    }),
  flows: [],
  checks: ['SES5', 'SES6'],
  fails: ['SES6'],
}
