import { flaw } from './flaw.ts'
import { changed, isPage } from './tamper.ts'

const KEY = /(<code translate="no">)(.{4})/

export const anotherKeyInWriting = flaw(
  'OTP5.key',
  'another-key-in-writing',
  'The key that people type who cannot scan is not that of the QR code',
  {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (!isPage(answer)) return answer
      const other = (four: string) => (four === 'ABCD' ? 'EFGH' : 'ABCD')
      const body = (await answer.text()).replace(KEY, (_, tag: string, four: string) => tag + other(four))
      return changed(answer, { body })
    },
  },
)
