import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { GOVERNANCE_KINDS } from '#governance';
import { MEASURE_KINDS } from '#measures';
import { isChangeKind, kindOf } from '#structure';
import { parseImpreciseDate } from '#temporal';

interface EstablishedUnit {
  key: string;
  name: string;
  parent: string | null;
  parents?: Record<string, string | null>;
}

interface DemoLine {
  kind: string;
  id: string;
  number?: string;
  on?: string;
  set?: string;
  unit?: EstablishedUnit | string;
  basis?: { matter: string; decision?: string };
  source: { document: string; place: string; says: string };
  [field: string]: unknown;
}

const RECORD_KINDS = new Map([...GOVERNANCE_KINDS, ...MEASURE_KINDS]);
const DOCUMENTS = new Map([
  [
    'region-halland.ndjson',
    [
      'Tjänsteskrivelse, RS200432',
      'Protokollsutdrag regionstyrelsen § 8, RS200432',
      'Protokollsutdrag regionstyrelsens arbetsutskott § 398, RS211123',
      'Beslutsförslag 2021-10-28, RS211123',
      'Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023',
    ],
  ],
  ['region-rs-1398-2021.ndjson', ['Protokollsutdrag arbetsutskottet § 217, RS 1398-2021']],
]);

const linesOf = (file: string): DemoLine[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DemoLine);

const contentOf = ({ kind: _, id: __, basis: ___, source: ____, set: _____, ...content }: DemoLine) =>
  content;

const establishedBy = ({ kind, unit }: DemoLine): EstablishedUnit | undefined =>
  kind === 'establish' && typeof unit === 'object' ? unit : undefined;

const windowOf = (line: DemoLine): { earliest: number; latest: number } => {
  const date = parseImpreciseDate(line.on ?? '');
  if (!date.ok) throw new Error(`${line.id}: ${line.on}`);
  return date.value;
};

/** What a record's line names that no line before it records. */
function unknownReferences(line: DemoLine, before: readonly DemoLine[]): string[] {
  const unknown: string[] = [];
  const look = (found: boolean, reference: string, field: string) => {
    if (!found) unknown.push(`${field}: ${reference}`);
    return reference;
  };
  RECORD_KINDS.get(line.kind)!.map(contentOf(line), {
    unit: (key, field) =>
      look(
        before.some((other) => establishedBy(other)?.key === key),
        key,
        field,
      ),
    record: (name, field, kinds) =>
      look(
        before.some(
          ({ kind, id, number }) =>
            kinds.includes(kind) && (id === name || (kind === 'matter' && number === name)),
        ),
        name,
        field,
      ),
    change: (id, field) =>
      look(
        before.some((other) => other.id === id && isChangeKind(other.kind)),
        id,
        field,
      ),
  });
  return unknown;
}

describe.each([...DOCUMENTS.keys()])('%s', (file) => {
  const lines = linesOf(file);
  const changes = lines.filter(({ kind }) => isChangeKind(kind));
  const records = lines.filter(({ kind }) => RECORD_KINDS.has(kind));
  const established = new Map(
    lines.flatMap((line) => {
      const unit = establishedBy(line);
      return unit === undefined ? [] : [[unit.key, line] as const];
    }),
  );

  it('names every line and every unit once, and has no line of another kind', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(established.size).toBe(lines.filter(({ kind }) => kind === 'establish').length);
    expect(changes.length + records.length).toBe(lines.length);
  });

  it.each(lines)('follows $id back to a place in one of the documents', ({ source }) => {
    expect(DOCUMENTS.get(file)).toContain(source.document);
    expect(source.place).toMatch(/\S/);
    expect(source.says).toMatch(/\S/);
  });

  it.each(changes)('writes $id as its kind wants it', (line) => {
    const { on: _, ...payload } = contentOf(line);
    if (!isChangeKind(line.kind)) throw new Error(line.kind);
    expect(kindOf(line.kind).schema.safeParse(payload)).toMatchObject({ success: true });
  });

  it.each(records)('writes $id as its kind wants it, and names only what is recorded before it', (line) => {
    expect(RECORD_KINDS.get(line.kind)!.schema.safeParse(contentOf(line))).toMatchObject({ success: true });
    expect(unknownReferences(line, lines.slice(0, lines.indexOf(line)))).toEqual([]);
  });

  it.each(changes)(
    'rests $id on a matter, and on a decision only where one is recorded before it',
    (line) => {
      const before = lines.slice(0, lines.indexOf(line));
      const { matter, decision } = line.basis!;
      expect(
        before.filter(({ id, kind, number }) => kind === 'matter' && [id, number].includes(matter)),
      ).toHaveLength(1);
      if (decision !== undefined) expect(before.find(({ id }) => id === decision)?.kind).toBe('decision');
    },
  );

  it.each([...established.values()])('places $id under units that stand no later than itself', (line) => {
    const { parent, parents } = establishedBy(line)!;
    const above = [parent, ...Object.values(parents ?? {})].filter((key) => key !== null);
    for (const key of above) {
      const over = established.get(key);
      if (!over) throw new Error(`${line.id}: no unit ${key}`);
      expect(lines.indexOf(over)).toBeLessThan(lines.indexOf(line));
      expect(windowOf(over).earliest).toBeLessThanOrEqual(windowOf(line).earliest);
      expect(windowOf(over).latest).toBeLessThanOrEqual(windowOf(line).latest);
    }
  });

  it('claims no day for a change that no document gives', () => {
    for (const line of changes.filter(({ on }) => on !== undefined)) {
      const { earliest, latest } = windowOf(line);
      expect(earliest).toBeLessThan(latest);
    }
  });

  it('gives the checksum of every document that was at hand, and of no other', () => {
    for (const line of lines.filter(({ kind }) => kind === 'document')) {
      expect(line['sha256'] !== undefined).toBe(line['atHand']);
    }
  });
});

describe('region-halland.ndjson', () => {
  const lines = linesOf('region-halland.ndjson');
  const byId = new Map(lines.map((line) => [line.id, line]));

  it('has the transfer of 2021, except Teleservice, as what regionstyrelsen proposed, and no decision of the assembly', () => {
    const reform = lines.filter(({ set }) => set !== undefined);
    expect(reform.map(({ kind, on, basis }) => [kind, on, basis])).toEqual(
      ['establish', 'transfer', 'transfer'].map((kind) => [
        kind,
        '2021',
        { matter: 'RS200432', decision: 'rh-rs200432-rs-8' },
      ]),
    );
    expect(byId.get('rh-rs200432-rs-8')).toMatchObject({ act: 'proposes', body: 'rs', to: 'rf' });
    expect(lines.filter(({ kind, body }) => kind === 'decision' && body === 'rf')).toEqual([]);
    for (const line of reform.filter(({ kind }) => kind === 'transfer'))
      expect(line['except']).toEqual(['tele']);
  });

  it('gives no amount for the transfer, whose effect is neutral in total', () => {
    const matter = lines.filter(
      (line) => [line['matter'], line.basis?.matter].includes('RS200432') || line.id === 'rh-rs200432',
    );
    expect(matter.length).toBeGreaterThan(20);
    expect(JSON.stringify(matter)).not.toMatch(/\d\s*(tkr|mnkr|kr\b|kronor)/);
  });

  it('leaves the year of "week 8" open', () => {
    expect(byId.get('rh-rs200432-rs-8')).not.toHaveProperty('adjusted');
    expect(byId.get('rh-rs200432-rs-8')!.source).toMatchObject({ unknown: ['on', 'adjusted', 'announced'] });
  });

  it('has the eleven assignments of 2023: eight met, two partly, one without assessment', () => {
    const assessed = lines.flatMap(({ kind, id, assessment }) =>
      kind === 'report' && id.startsWith('rh-rapport-2-2-')
        ? [[id.slice('rh-rapport-'.length), assessment]]
        : [],
    );
    expect(assessed).toHaveLength(11);
    expect(assessed.filter(([, assessment]) => assessment === 'met')).toHaveLength(8);
    expect(assessed.filter(([, assessment]) => assessment !== 'met')).toEqual([
      ['2-2-1', 'partlyMet'],
      ['2-2-5', 'partlyMet'],
      ['2-2-9', 'noneGiven'],
    ]);
  });

  it('writes Driftsnämnden Regionservice in the three ways of the documents', () => {
    const written = lines.filter(({ kind, unit }) => kind === 'spelling' && unit === 'dn-regionservice');
    expect(written.map((line) => line['written'])).toEqual([
      'Driftsnämnden Regionservice',
      'Driftnämnden Regionsservice',
      'Driftnämnden Regionservice',
    ]);
  });

  it('infers from which unit IT & Digitalisering comes, and states it nowhere', () => {
    const said = lines.filter((line) => line['infers'] !== undefined);
    expect(said.map(({ kind, infers }) => [kind, infers])).toEqual([
      ['observation', { from: 'it-tele', to: 'it-digitalisering', relation: 'continues' }],
    ]);
  });
});

describe('region-rs-1398-2021.ndjson', () => {
  const lines = linesOf('region-rs-1398-2021.ndjson');
  const byId = new Map(lines.map((line) => [line.id, line]));

  it('anticipates exactly one area, whose name, date, head and form are open', () => {
    const merger = byId.get('rs1398-sammanslagning')!;
    expect(merger).toMatchObject({
      kind: 'anticipate',
      into: { count: 1 },
      unknown: ['name', 'date', 'head', 'form'],
    });
    expect(merger).not.toHaveProperty('on');
  });

  it('sets the condition in what was decided, not in the proposal that the committee received', () => {
    const conditions = lines.filter(({ kind }) => kind === 'condition');
    expect(conditions.map((line) => line['decision'])).toEqual(['rs1398-au-217']);
    expect(byId.get('rs1398-au-217')).toMatchObject({
      act: 'proposes',
      to: 'rs',
      answers: ['rs1398-forslag'],
    });
    expect(byId.get('rs1398-au-217')!['points']).toEqual(byId.get('rs1398-forslag')!['points']);
  });

  it('records four opportunities and four threats', () => {
    const rationale = byId.get('rs1398-au-217')!['rationale'] as { aspect: string }[];
    expect(rationale.filter(({ aspect }) => aspect === 'opportunity')).toHaveLength(4);
    expect(rationale.filter(({ aspect }) => aspect === 'threat')).toHaveLength(4);
  });

  it('takes Region Norrbotten for the author of a report, not for a unit', () => {
    const naming = lines.filter((line) => JSON.stringify({ ...line, source: null }).includes('Norrbotten'));
    expect(naming.map(({ kind }) => kind)).toEqual(['document', 'decision']);
    expect(naming[0]).toMatchObject({ role: 'background', atHand: false });
  });
});

describe('schweiz.ndjson.gz', () => {
  const lines = gunzipSync(readFileSync(new URL('schweiz.ndjson.gz', import.meta.url)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('holds the whole register: 6,207 changes, 14 of them n-to-m', () => {
    expect(lines).toHaveLength(6207);
    expect(lines.filter((line) => line['kind'] === 'reorganise')).toHaveLength(14);
  });

  it('writes every change as its kind wants it', () => {
    const refused = lines.filter(({ kind, on: _on, set: _set, source: _source, ...payload }) => {
      return !isChangeKind(kind) || !kindOf(kind).schema.safeParse(payload).success;
    });
    expect(refused).toEqual([]);
  });
});
