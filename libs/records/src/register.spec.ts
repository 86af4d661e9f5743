import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '#temporal';
import { z } from 'zod';
import { defineRecordKind, recordKinds, type RecordId } from './record-kind.js';
import { Register } from './register.js';

interface Note {
  readonly on: readonly string[];
}

const note = defineRecordKind<Note>({
  kind: 'note',
  event: 'NoteTaken',
  schema: z.strictObject({ on: z.array(z.string()) }),
  map: (payload) => payload,
  about: ({ on }) => on,
  title: () => 'note',
  sentence: () => ({ sv: '', en: '' }),
});

const [A, B, C] = ['a', 'b', 'c'] as RecordId[];

describe('the records about something', () => {
  let register: Register;
  beforeEach(() => {
    register = new Register(recordKinds(note));
    register.begin();
    say(A!, 1, 'x');
    say(B!, 2, 'x', 'y');
    register.commit();
    register.begin();
  });

  const say = (id: RecordId, at: number, ...on: string[]) => {
    const position = at as Position;
    register.apply({ id, kind: 'note', externalId: undefined, first: position }, { on }, undefined, position);
  };
  const about = (what: string, position: number) => register.about(note, what, position).map(({ id }) => id);

  it('are found as known at a position', () => {
    expect(about('x', 1)).toEqual([A]);
    expect(about('x', 2)).toEqual([A, B]);
    expect(about('y', 2)).toEqual([B]);
    expect(about('z', 2)).toEqual([]);
  });

  it('are others once they are corrected or withdrawn, first recorded first', () => {
    say(A!, 3, 'y');
    register.withdraw(B!, 4 as Position);
    say(C!, 5, 'x');
    expect(about('x', 5)).toEqual([C]);
    expect(about('y', 3)).toEqual([A, B]);
    expect(about('y', 4)).toEqual([A]);
    expect(about('x', 2)).toEqual([A, B]);
  });

  it('are as they were when what came is taken back', () => {
    say(A!, 3, 'y');
    say(C!, 4, 'x');
    register.rollback();
    expect(about('x', 9)).toEqual([A, B]);
    expect(about('y', 9)).toEqual([B]);
  });
});
