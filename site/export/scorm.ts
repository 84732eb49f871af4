import XMLBuilder from 'fast-xml-builder'
import { strToU8, zipSync } from 'fflate'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'

const FILE = 'index.html'

const xml = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
})

/** Identifiers are XML names (SCORM 2004 4th edition CAM 3.4.1). */
const nameOf = (text: string) => `doorstep-${text.replace(/[^\w.-]/g, '-')}`

/** The manifest of a package with one page, which says itself when it is completed (SCORM 2004 4th edition CAM 3). */
function manifestOf(pack: Pack, flow: Flow): string {
  const id = nameOf(`${pack.id}.${flow.id}`)
  return xml.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    manifest: {
      '@identifier': id,
      '@version': '1.0',
      '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      metadata: { schema: 'ADL SCORM', schemaversion: '2004 4th Edition' },
      organizations: {
        '@default': `${id}.organization`,
        organization: {
          '@identifier': `${id}.organization`,
          title: pack.title,
          item: {
            '@identifier': `${id}.item`,
            '@identifierref': `${id}.page`,
            title: flow.title,
            'imsss:sequencing': {
              'imsss:deliveryControls': {
                '@completionSetByContent': 'true',
                '@objectiveSetByContent': 'true',
              },
            },
          },
        },
      },
      resources: {
        resource: {
          '@identifier': `${id}.page`,
          '@type': 'webcontent',
          '@adlcp:scormType': 'sco',
          '@href': FILE,
          file: { '@href': FILE },
        },
      },
    },
  })
}

/**
 * A flow as a SCORM 2004 package for learning management systems: it reports progress and completion, and goes on where the
 * person was.
 * @param html the flow as one file
 */
export const scormPackage = (pack: Pack, flow: Flow, html: string): Uint8Array =>
  zipSync({ 'imsmanifest.xml': strToU8(manifestOf(pack, flow)), [FILE]: strToU8(html) }, { level: 9 })
