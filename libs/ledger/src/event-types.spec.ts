import { describe, expect, it } from '@jest/globals';

import { EventTypes } from './event-types.js';

const types = new EventTypes({
  Moved: [({ target, ...rest }) => ({ ...rest, to: target ?? null }), (data) => ({ ...data, except: [] })],
  Named: [],
});

describe('event types', () => {
  it('take each version through every step to the current one', () => {
    const current = { schemaVersion: 3, data: { unit: 'u', to: 'p', except: [] } };

    expect(types.upcast('Moved', 1, { unit: 'u', target: 'p' })).toEqual(current);
    expect(types.upcast('Moved', 2, { unit: 'u', to: 'p' })).toEqual(current);
    expect(types.upcast('Moved', 3, { unit: 'u', to: 'p', except: [] })).toEqual(current);
  });

  it('leave the stored data alone', () => {
    const stored = Object.freeze({ unit: 'u', target: 'p' });
    types.upcast('Moved', 1, stored);

    expect(stored).toEqual({ unit: 'u', target: 'p' });
  });

  it('know the version to write', () => {
    expect(types.currentVersion('Moved')).toBe(3);
    expect(types.currentVersion('Named')).toBe(1);
  });

  it.each([4, 0, -1, 1.5, Number.NaN])('fault for version %d', (version) => {
    expect(() => types.upcast('Moved', version, {})).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EVENT_VERSION' }),
    );
  });

  it.each(['Gone', 'toString', '__proto__'])('fault for the unknown type %s', (type) => {
    expect(() => types.upcast(type, 1, {})).toThrow(expect.objectContaining({ code: 'UNKNOWN_EVENT_TYPE' }));
  });
});
