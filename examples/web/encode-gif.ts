import { encode } from "modern-gif";

export interface Recording {
  /** PNG, in Base64. */
  readonly frames: readonly string[];
  /** Of each frame, in milliseconds. */
  readonly delay: number;
  readonly width: number;
  readonly height: number;
}

/** Encodes a recording, in a page, which can read pictures. @returns the GIF in Base64 */
export async function encodeGif({ frames: pictures, delay, width, height }: Recording): Promise<string> {
  const frames = await Promise.all(
    pictures.map(async (picture) => {
      const data = new Image();
      data.src = `data:image/png;base64,${picture}`;
      await data.decode();
      return { data, delay };
    }),
  );
  const bytes = new Uint8Array(await encode({ width, height, frames, maxColors: 64 }));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
