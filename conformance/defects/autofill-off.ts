import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const autofillOff: Defect = {
  id: 'autofill-off',
  title: 'The form asks password managers not to fill it in',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    if (!answer.headers.get('content-type')?.includes('text/html')) return answer
    return changed(answer, {
      body: (await answer.text()).replaceAll(
        /autoComplete="(?:new|current)-password"|autocomplete="(?:new|current)-password"/g,
        'autocomplete="off"',
      ),
    })
  },
  flows: [],
  checks: ['PWD3', 'PWD7'],
  fails: ['PWD7'],
}
