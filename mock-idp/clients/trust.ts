import { readFileSync } from 'node:fs'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** Makes this process trust a certificate, as NODE_EXTRA_CA_CERTS would have done at its start. */
export function trust(certificateFile: string) {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificateFile, 'utf8')])
}
