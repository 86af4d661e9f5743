import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { contradictionInWords, contradictions } from '#measures';
import { RecordedFigures, type Line } from '../../libs/measures/src/testing/recorded-figures.js';

const page = readFileSync(new URL('../../docs/explanation/measures.md', import.meta.url), 'utf8');

function linesOf(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].flatMap(([, block]) =>
    block!.trim().split('\n'),
  );
}

describe('the explanation of measures', () => {
  test('lists every contradiction of the figures that it shows', () => {
    const figures = new RecordedFigures().record(...linesOf('json').map((line) => JSON.parse(line) as Line));
    const found = contradictions(figures.register, figures.position).map(
      (contradiction) => contradictionInWords(contradiction, figures.words).en,
    );
    expect(linesOf('text')).toEqual(found);
    expect(found).toHaveLength(8);
  });
});
