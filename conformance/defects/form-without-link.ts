import type { Defect } from './defect.ts'

export const formWithoutLink: Defect = {
  id: 'form-without-link',
  title: 'The form for the first password needs no link: the last link that was opened counts',
  tamper: (send) => {
    let last: string | undefined
    return async (request) => {
      const cookie = request.headers.get('cookie') ?? ''
      last = /__Secure-doorstep-activate=[\w-]+/.exec(cookie)?.[0] ?? last
      const headers = new Headers(request.headers)
      if (last && !cookie.includes('doorstep-activate'))
        headers.set('cookie', [cookie, last].filter(Boolean).join('; '))
      return send(new Request(request, { headers }))
    }
  },
  flows: [],
  checks: ['LNK11'],
  fails: ['LNK11'],
}
