import type { ReactNode } from 'react';
import { PrintedPart } from '../print/printed-from.js';
import { MOST_PRINTED } from '../print/use-printing.js';
import type { Charted, Forest } from '../units/unit-forest.js';
import type { Row } from './visible-rows.js';

interface Props<Unit extends Charted> {
  readonly forest: Forest<Unit>;
  readonly rows: readonly Row[];
  describe(unit: Unit): ReactNode;
}

/** Everything that is unfolded, line by line, on paper. */
export function PrintedTree<Unit extends Charted>({ forest, rows, describe }: Props<Unit>) {
  const printed = rows.slice(0, MOST_PRINTED);
  return (
    <div className="printed-tree">
      {printed.map(({ id, level }) => {
        const unit = forest.byId.get(id);
        return unit === undefined ? null : (
          <div key={id} style={{ paddingInlineStart: `${(level - 1) * 1.4}em` }}>
            {unit.name} {describe(unit)}
          </div>
        );
      })}
      <PrintedPart shown={printed.length} all={rows.length} />
    </div>
  );
}
