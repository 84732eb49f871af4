import { flaw } from './flaw.ts'
import { changed, isPage } from './tamper.ts'

export const returnsToTheHost = flaw(
  'RP20.forwarded',
  'returns-to-the-host',
  'The provider is asked to send people back to the host that a header names',
  {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      const named = request.headers.get('x-forwarded-host')
      if (!named || !isPage(answer)) return answer
      const own = encodeURIComponent(new URL(request.url).host)
      const renamed = (text: string) =>
        text.replaceAll(/redirect_uri=[^&"]*/g, (back) => back.replace(own, named))
      return changed(answer, {
        body: renamed(await answer.text()),
        headers: (headers) => headers.set('refresh', renamed(headers.get('refresh') ?? '')),
      })
    },
  },
)
