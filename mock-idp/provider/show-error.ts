import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { setHtml } from '../http/respond.ts'
import { plainErrorPage } from '../look/error-page.ts'

/**
 * The page for errors that cannot be sent to a client. Entra's words replace it on the way out (`shape-answers.ts`).
 */
export function showError(ctx: KoaContextWithOIDC, out: ErrorOut) {
  setHtml(
    ctx,
    ctx.status,
    plainErrorPage(out.error, out.error_description ?? 'The request could not be understood.'),
  )
}
