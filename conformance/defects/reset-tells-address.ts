import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const resetTellsAddress: Defect = {
  id: 'reset-tells-address',
  title: 'Asking for a reset shows whether the address is registered',
  tamper: (send) => async (request) => {
    const unknown = (await request.clone().text()).includes('nobody')
    const answer = await send(request)
    return unknown && new URL(request.url).pathname.endsWith('/forgot')
      ? changed(answer, { headers: (headers) => headers.set('x-account', 'none') })
      : answer
  },
  flows: [],
  checks: ['ENU1', 'ENU3'],
  fails: ['ENU3'],
}
