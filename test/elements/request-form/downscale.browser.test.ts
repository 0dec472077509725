import { expect } from '@open-wc/testing';
import { downscale } from '../../../src/elements/request-form/upload/downscale.ts';

/** A JPEG of noise, which does not get small by itself. */
async function photo(width: number, height: number, type = 'image/jpeg'): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(width, height);
  for (let at = 0, seed = 1; at < pixels.data.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    pixels.data[at] = at % 4 === 3 ? 255 : seed >> 16;
  }
  context.putImageData(pixels, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), type, 1));
}

/** The same photo with the note of a camera that was held upright: turn it by a quarter (EXIF orientation 6). */
async function turned(jpeg: Blob): Promise<Blob> {
  const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return new Blob([bytes.subarray(0, 2), Uint8Array.from(exif), bytes.subarray(2)], { type: 'image/jpeg' });
}

const sizeOf = async (file: Blob) => {
  const { width, height } = await createImageBitmap(file);
  return [width, height];
};

describe('a photo that is made smaller', () => {
  it('keeps its shape, has at most 2600 pixels a side, and is a JPEG by name and content', async () => {
    const file = new File([await photo(3000, 150, 'image/png')], 'عکس سند.png', { type: 'image/png' });
    const smaller = await downscale(file);
    expect(await sizeOf(smaller)).to.deep.equal([2600, 130]);
    expect([smaller.name, smaller.type]).to.deep.equal(['عکس سند.jpg', 'image/jpeg']);
    expect(smaller.size).to.be.lessThan(file.size);
    expect([...new Uint8Array(await smaller.slice(0, 2).arrayBuffer())]).to.deep.equal([0xff, 0xd8]);
  });

  it('stands upright as it was taken', async () => {
    const smaller = await downscale(new File([await turned(await photo(3000, 150))], 'a.jpg', { type: 'image/jpeg' }));
    expect(await sizeOf(smaller)).to.deep.equal([130, 2600]);
  });

  it('is left as it is when it would only grow, or is no picture', async () => {
    const small = new File([await downscale(new File([await photo(300, 50)], 'a.jpg', { type: 'image/jpeg' }))], 'a.jpg', { type: 'image/jpeg' });
    const again = await downscale(small);
    expect(again.size).to.be.at.most(small.size);
    const none = new File(['not a picture'], 'b.jpg', { type: 'image/jpeg' });
    expect(await downscale(none)).to.equal(none);
  });
});
