import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const unknownAddressRevealed: Defect = {
  id: 'unknown-address-revealed',
  title: 'An address that is not registered gets a different answer',
  tamper: (send) => async (request) => {
    const unknown = (await request.clone().text()).includes('nobody')
    const answer = await send(request)
    return unknown && new URL(request.url).pathname.endsWith('/log-in/email')
      ? changed(answer, { status: 302 })
      : answer
  },
  flows: [],
  checks: ['ENU1', 'ENU3'],
  fails: ['ENU1'],
}
