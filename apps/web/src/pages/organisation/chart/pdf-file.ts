/** A PDF of one page. */
interface Page {
  readonly title: string;
  /** Such as `sv`. */
  readonly language: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Points for each unit of the content. */
  readonly scale: number;
  /** What is drawn, in the page's own operators. */
  readonly content: string;
}

/** Points that the side of a page may have; larger pages count in larger units. */
const LONGEST_SIDE = 14_400;

/**
 * Writes a PDF: the page with the two fonts that every reader has, as `F1` and, bold, as `F2`.
 * @see ISO 32000-1, 7.5 (file structure), 8.3.2.3 (user space and UserUnit)
 */
export async function pdfFile(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  const unit = Math.max(1, Math.max(page.width, page.height) / LONGEST_SIDE);
  const [width, height, scale] = [page.width, page.height, page.scale].map((length) =>
    (length / unit).toFixed(5),
  );
  const packed = await deflated(`${scale} 0 0 ${scale} 0 0 cm\n${page.content}`);
  const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  const objects: readonly (readonly (string | Uint8Array<ArrayBuffer>)[])[] = [
    [`<</Type/Catalog/Pages 2 0 R/Lang(${page.language})/ViewerPreferences<</DisplayDocTitle true>>>>`],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${unit > 1 ? `/UserUnit ${unit.toFixed(5)}` : ''}` +
        '/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
    ],
    [`<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`, packed, '\nendstream'],
    [font('Helvetica')],
    [font('Helvetica-Bold')],
    [`<</Title<${hexOf(page.title)}>/Producer(Kronika)>>`],
  ];
  return fileOf(objects);
}

/** The objects with their numbers, and the table of where each stands. */
function fileOf(
  objects: readonly (readonly (string | Uint8Array<ArrayBuffer>)[])[],
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const add = (piece: string | Uint8Array<ArrayBuffer>) => {
    const bytes = typeof piece === 'string' ? bytesOf(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.7\n%\u00e5\u00e4\u00f6\u00c5\n');
  const places = objects.map((object, index) => {
    const place = length;
    add(`${index + 1} 0 obj\n`);
    object.forEach(add);
    add('\nendobj\n');
    return place;
  });
  const table = length;
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`);
  add(`trailer\n<</Size ${size}/Root 1 0 R/Info ${objects.length} 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

/** A text of signs up to 255, a byte each. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** UTF-16 with its mark, as a PDF writes texts about itself. */
function hexOf(text: string): string {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return [0xfeff, ...codes].map((code) => code.toString(16).padStart(4, '0')).join('');
}

async function deflated(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytesOf(text)]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
