import type { Defect } from './defect.ts'
import { changed, isPage } from './tamper.ts'

const KEY = /(<code translate="no">)(.{4})/

export const anotherKeyInWriting: Defect = {
  id: 'another-key-in-writing',
  title: 'The key that people type who cannot scan is not that of the QR code',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    if (!isPage(answer)) return answer
    const other = (four: string) => (four === 'ABCD' ? 'EFGH' : 'ABCD')
    const body = (await answer.text()).replace(KEY, (_, tag: string, four: string) => tag + other(four))
    return changed(answer, { body })
  },
  flows: [],
  checks: ['OTP5'],
  fails: ['OTP5.key'],
}
