/** Signs of WinAnsiEncoding that do not stand where Unicode has them. */
const ELSEWHERE: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  Š: 0x8a,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
  š: 0x9a,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

/**
 * A text as the fonts that every PDF reader has can write it, which is that of western Europe; a letter beyond is written
 * without its marks, or else as a question mark.
 */
export function winAnsi(text: string): string {
  return [...text.normalize('NFC')].map(signOf).join('');
}

function signOf(sign: string): string {
  const code = codeOf(sign) ?? codeOf(sign.normalize('NFD').charAt(0)) ?? 0x3f;
  if (code > 0x7e) return `\\${code.toString(8)}`;
  const plain = String.fromCharCode(code);
  return '()\\'.includes(plain) ? `\\${plain}` : plain;
}

function codeOf(sign: string): number | undefined {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) ? code : ELSEWHERE[sign];
}
