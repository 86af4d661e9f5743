import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

import { type BackupOrganisation, readEventLine } from './backup-format.js';
import { canonicalJson } from './canonical-json.js';
import { chainHash, GENESIS_HASH, textHash } from './chain.js';
import { parseEnvelope } from './envelope.js';
import { chronicleEventTypes } from './event-types.js';
import type { JsonValue } from './json.js';
import { recordedEvent } from './recorded-event.js';

const folder = new URL('../fixtures/', import.meta.url);
const releases = readdirSync(folder)
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => name.replace('.ndjson', ''));

const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe.each(releases)('events of release %s', (release) => {
  const lines = read(`${release}.ndjson`).split('\n').slice(0, -1);
  const stored = lines.flatMap((line) => readEventLine(line) ?? []);
  const events = () =>
    stored.map(({ envelope }) => recordedEvent(parseEnvelope(envelope), chronicleEventTypes));

  it('still have the hashes that they were stored with', () => {
    let hash = GENESIS_HASH;
    for (const event of stored) {
      hash = chainHash(hash, event.envelope);
      expect(event.hash).toBe(hash);
    }
    const opening = JSON.parse(lines[1] ?? '') as BackupOrganisation;
    expect(opening.head).toEqual({ position: stored.length, hash });
  });

  it('are still canonical', () => {
    for (const { envelope } of stored)
      expect(canonicalJson(JSON.parse(envelope) as JsonValue)).toBe(envelope);
  });

  it('still mean the same', () => {
    const meaning = events().map(({ position, type, schemaVersion, data }) =>
      canonicalJson([position, type, schemaVersion, data]),
    );
    expect(textHash(meaning.join('\n'))).toBe(read(`${release}.sha256`).trim());
  });
});

describe('the newest release', () => {
  it('has an event of each type', () => {
    const types = new Set(
      read(`${releases.at(-1)}.ndjson`)
        .split('\n')
        .flatMap((line) => readEventLine(line) ?? [])
        .map(({ envelope }) => parseEnvelope(envelope).type),
    );
    expect([...types].sort()).toEqual([...chronicleEventTypes.names()].sort());
  });
});
