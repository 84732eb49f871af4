import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { pageHeaders } from '../http/respond.ts'
import { plainErrorPage } from '../look/error-page.ts'

/** The page for what can't be told to a client. Entra's words replace it on the way out (`shape-answers.ts`). */
export function showError(ctx: KoaContextWithOIDC, out: ErrorOut) {
  ctx.set(pageHeaders)
  ctx.type = 'html'
  ctx.body = plainErrorPage(out.error, out.error_description ?? 'The request could not be understood.')
}
