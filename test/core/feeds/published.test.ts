import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors/errors.ts';
import { parsePublished, readPublished } from '../../../src/core/feeds/published.ts';

describe('a time that a person wrote', () => {
  test.each([
    ['2025-02-18', '2025-02-18T00:00:00.000Z'],
    ['2025-02-18T09:30:00+01:00', '2025-02-18T08:30:00.000Z'],
    ['2025-02-18T09:30-05:00', '2025-02-18T14:30:00.000Z'],
    ['2025-02-18T09:30:00.250Z', '2025-02-18T09:30:00.250Z'],
  ])('%s is %s', (written, iso) => {
    expect(parsePublished(written, '--published')).toBe(iso);
  });

  test.each(['18 February', '2025-02-30', '2025-13-01', '18/02/2025', '2025-02-18T09:30:00', '2025', ''])(
    '%j is refused with an example',
    (written) => {
      const mend = 'Write a date such as 2025-02-18, or a time such as 2025-02-18T09:30:00+01:00.';
      expect(() => parsePublished(written, '--published')).toThrow(
        new UserError(`--published: "${written}" is no date.`, mend),
      );
    },
  );
});

describe("a publisher's time", () => {
  test.each([
    ['2025-02-18', '2025-02-18T00:00:00.000Z'],
    ['2025-02-18T09:30', '2025-02-18T09:30:00.000Z'],
    ['2025-02-18 09:30:00', '2025-02-18T09:30:00.000Z'],
    ['2025-02-18T09:30:00+0100', '2025-02-18T08:30:00.000Z'],
    ['2025-02-18 09:30:00 +0100', '2025-02-18T08:30:00.000Z'],
    ['Tue, 18 Feb 2025 09:30:00 GMT', '2025-02-18T09:30:00.000Z'],
    ['Tue, 18 Feb 2025 09:30:00 -0500', '2025-02-18T14:30:00.000Z'],
    ['18 Feb 2025 09:30 EST', '2025-02-18T14:30:00.000Z'],
    ['Tuesday, 18 February 2025 9:30:05 CET', '2025-02-18T08:30:05.000Z'],
    ['Tue, 18 Feb 2025 09:30:00', '2025-02-18T09:30:00.000Z'],
    ['Tue, 31 Feb 2025 09:30:00 GMT', undefined],
    ['Tue, 18 Feb 2025 09:30:00 XYZ', undefined],
    ['Tue, 18 Feb 25 09:30:00 GMT', '2025-02-18T09:30:00.000Z'],
    ['Sun, 18 Feb 96 09:30:00 GMT', '1996-02-18T09:30:00.000Z'],
    ['Tue , \t 18  Feb\n2025  09:30:00\t +0000', '2025-02-18T09:30:00.000Z'],
    ['Tue (oh no), 18 Feb (a comment) 2025 09:30:00 +0100 (CET)', '2025-02-18T08:30:00.000Z'],
    ['Tue, 18 Feb, 2025 09:30:00 UTC', '2025-02-18T09:30:00.000Z'],
    ['Tue,18 Feb 2025 09:30:00 GMT+01:00', '2025-02-18T08:30:00.000Z'],
    ['Tue, 18 Feb 2025 09:30:00 Q', '2025-02-18T09:30:00.000Z'],
    ['Tue, 18 Feb 2025 23:30:00 JST', '2025-02-18T14:30:00.000Z'],
    ['18-Feb-2025 09:30:00', '2025-02-18T09:30:00.000Z'],
    ['18 Feb 2025', '2025-02-18T00:00:00.000Z'],
    ['Tue Feb 18 09:30:00 2025', '2025-02-18T09:30:00.000Z'],
    ['Tue Feb 18 09:30:00 +0100 2025', '2025-02-18T08:30:00.000Z'],
    ['Tue Feb 18 2025 09:30:00 +0100', '2025-02-18T08:30:00.000Z'],
    ['February 18, 2025', '2025-02-18T00:00:00.000Z'],
    ['Feb. 18, 2025 at 9:30 p.m. EST', '2025-02-19T02:30:00.000Z'],
    ['February 18, 2025 12:05 AM', '2025-02-18T00:05:00.000Z'],
    ['20250218', '2025-02-18T00:00:00.000Z'],
    ['20250218T093000+01:00', '2025-02-18T08:30:00.000Z'],
    ['20250218T09:30:00.45+01:00', '2025-02-18T08:30:00.450Z'],
    ['2025-02-18T093000+01', '2025-02-18T08:30:00.000Z'],
    ['2025-02-18T09:30:00 -05:00', '2025-02-18T14:30:00.000Z'],
    ['2025-02-18 T 09:30:00-05:00', '2025-02-18T14:30:00.000Z'],
    ['2025-02-18T 09:30:00-05:00', '2025-02-18T14:30:00.000Z'],
    ['2025-02-18 09:30:00 UTC', '2025-02-18T09:30:00.000Z'],
    ['2025/02/18 09:30', '2025-02-18T09:30:00.000Z'],
    ['2025-02', undefined],
    ['2025', undefined],
    ['Tue, 18 Feb 2025 25:30:00 GMT', undefined],
    ['Tue, 18 Feb 2025 09:30:00 ET', undefined],
    ['16 zzz 2025 09:30:00 GMT', undefined],
    [`18 Feb 2025${' '.repeat(200)}`, undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['02/03/2025', undefined],
    ['last Tuesday', undefined],
  ])('%s is %s', (written, iso) => {
    expect(readPublished(written)).toBe(iso);
  });

  test('in ISO 8601 is itself, whatever the moment', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(fc.property(moments, (moment) => readPublished(moment.toISOString()) === moment.toISOString()));
    fc.assert(
      fc.property(
        moments,
        (moment) => readPublished(moment.toUTCString()) === `${moment.toISOString().slice(0, 19)}.000Z`,
      ),
    );
  });
});
