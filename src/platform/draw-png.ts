import { t } from '#language/t.ts';
/** How many pixels of the file stand for one of the picture: sharp on paper too. */
const SCALE = 2;

/** Draws SVG of this size in pixels as PNG, twice as large. Rejects where the browser cannot draw it. */
export async function drawPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error(t`The browser cannot draw pictures.`);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(t`The picture is too large for this browser; it can be saved as SVG.`));
    }, 'image/png');
  });
}
