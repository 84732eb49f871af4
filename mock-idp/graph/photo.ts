import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { User } from '../directory/types.ts'
import { GraphError } from './errors.ts'

/** Sizes in pixels, as Graph has them (learn.microsoft.com/graph/api/profilephoto-get). */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648]

/** A chunk of a PNG file (PNG specification, section 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A square in a colour that is always the same for a user. */
export function photoOf({ id }: User, size: number): Buffer {
  const colour = createHash('sha256').update(id).digest().subarray(0, 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // Eight bits of each of red, green and blue.
  head.set([8, 2], 8)
  const row = Buffer.concat([Buffer.of(0), ...Array.from({ length: size }, () => colour)])
  const rows = Buffer.concat(Array.from({ length: size }, () => row))
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The size in pixels that `48x48` names. Throws GraphError 404 for one that Graph doesn't have. */
export function photoSize(name: string): number {
  const size = sizes.find((each) => name.toLowerCase() === `${each}x${each}`)
  if (size === undefined)
    throw new GraphError(
      404,
      'ImageNotFound',
      `There is no photo of ${name}: ${sizes.join(', ')} pixels are.`,
    )
  return size
}

/** What Graph says about a photo. */
export const photoShape = (size: number) => ({
  '@odata.mediaContentType': 'image/png',
  id: `${size}x${size}`,
  width: size,
  height: size,
})

export const photoProperties = { name: 'photo', properties: ['id', 'width', 'height'] }
