import jsQR from 'jsqr'

/** RGBA, row by row: `ImageData` of a canvas, or a decoded PNG. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray
  width: number
  height: number
}

/** The text of the QR code in a picture; `undefined` if there is no code. */
export function readQrCode({ data, width, height }: Pixels): string | undefined {
  return jsQR(new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), width, height)?.data
}
