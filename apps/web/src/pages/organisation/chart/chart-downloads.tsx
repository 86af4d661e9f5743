import { useState } from 'react';
import { fileName } from '../../../files/file-name.js';
import { saveFile } from '../../../files/save-file.js';
import { useWords } from '../../../texts/use-words.js';
import type { ShownChart } from './shown-chart.js';
import { useTitles } from './use-titles.js';

type Kind = 'svg' | 'png' | 'pdf';

/** The whole chart to take along. What writes the files is loaded when somebody wants one. */
export function ChartDownloads(shown: ShownChart) {
  const { t, language } = useWords();
  const titles = useTitles(shown.organisation);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const save = async (kind: Kind) => {
    setTooLarge(false);
    const { wholeChart } = await import('./whole-chart.js');
    const drawing = wholeChart(shown, titles, onlyOpen);
    const name = fileName(`${titles.title}.${kind}`);
    if (kind === 'svg') {
      const { svgOf } = await import('./chart-file.js');
      saveFile(name, 'image/svg+xml', svgOf(drawing));
    } else if (kind === 'pdf') {
      const { pdfOf } = await import('./chart-pdf.js');
      saveFile(name, 'application/pdf', await pdfOf(drawing, language));
    } else {
      const { pixelsFor, pngOf } = await import('./chart-png.js');
      const scale = pixelsFor(drawing);
      const picture = scale === null ? null : await pngOf(drawing, scale);
      if (picture === null) setTooLarge(true);
      else saveFile(name, 'image/png', picture);
    }
  };
  return (
    <div role="group" aria-label={t('files.chart')} className="buttons downloads">
      {(['svg', 'png', 'pdf'] as const).map((kind) => (
        <button key={kind} type="button" onClick={() => void save(kind)}>
          {t(`files.${kind}`)}
        </button>
      ))}
      <label className="check">
        <input type="checkbox" checked={onlyOpen} onChange={() => setOnlyOpen(!onlyOpen)} />{' '}
        {t('files.onlyOpen')}
      </label>
      <span role="status">{isTooLarge ? t('files.tooLarge') : ''}</span>
    </div>
  );
}
