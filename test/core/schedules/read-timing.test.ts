import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/errors/errors.ts';
import { describeTiming } from '../../../src/core/schedules/describe-timing.ts';
import { readTiming, type TimingArguments } from '../../../src/core/schedules/read-timing.ts';

describe('a schedule in words', () => {
  it.each<[TimingArguments, string]>([
    [{ at: '07:30', days: 'mon-fri', tz: 'Europe/Paris' }, 'at 07:30, Mon–Fri (Europe/Paris)'],
    [{ at: '7:30' }, 'at 07:30, every day (Europe/Copenhagen)'],
    [{ at: '18:00, 7:30', days: 'sat-mon' }, 'at 07:30 and 18:00, Mon, Sat, Sun (Europe/Copenhagen)'],
    [{ at: '18:00,07:30,12:15', days: 'weekends' }, 'at 07:30, 12:15 and 18:00, Sat, Sun (Europe/Copenhagen)'],
    [{ at: '07:30,07:30', days: 'Monday, wed , FRI', tz: 'UTC' }, 'at 07:30, Mon, Wed, Fri (UTC)'],
    [{ at: '07:30', tz: 'Asia/Kathmandu' }, 'at 07:30, every day (Asia/Kathmandu)'],
    [{ at: '23:59', days: 'weekdays', tz: 'america/new_york' }, 'at 23:59, Mon–Fri (America/New_York)'],
    [{ at: '00:00', days: 'tue-mon' }, 'at 00:00, every day (Europe/Copenhagen)'],
    [{ every: '1m' }, 'every minute'],
    [{ every: '30M' }, 'every 30 minutes'],
    [{ every: '1h' }, 'every hour'],
    [{ every: '90m' }, 'every 90 minutes'],
    [{ every: '2h' }, 'every 2 hours'],
    [{ every: '1d' }, 'every day'],
    [{ every: '7d' }, 'every 7 days'],
  ])('%j is "%s"', (args, words) => {
    expect(describeTiming(readTiming(args, 'Europe/Copenhagen'))).toBe(words);
  });
});

describe('a schedule that cannot be read', () => {
  it.each<[TimingArguments, RegExp, RegExp]>([
    [{}, /"at:" is missing/, /at:07:30/],
    [{ at: '24:00' }, /"24:00" is no time of day/, /at:07:30/],
    [{ at: '07:30,soon' }, /"soon" is no time of day/, /at:07:30/],
    [{ at: '7' }, /"7" is no time of day/, /at:07:30/],
    [{ at: '' }, /"" is no time of day/, /at:07:30/],
    [{ at: '1:00,2:00,3:00,4:00,5:00,6:00,7:00' }, /more than 6 times/, /at most 6/],
    [{ at: '07:30', days: 'funday' }, /"funday" is no day/, /mon-fri/],
    [{ at: '07:30', days: 'mon-' }, /"mon-" is no day/, /mon-fri/],
    [{ at: '07:30', days: 'mon-wed-fri' }, /"mon-wed-fri" is no day/, /mon-fri/],
    [{ at: '07:30', tz: 'Europe/Pariss' }, /no time zone "Europe\/Pariss"/, /^Did you mean Europe\/Paris\?$/],
    [{ at: '07:30', tz: 'Paris' }, /no time zone "Paris"/, /^Did you mean Europe\/Paris\?$/],
    [{ at: '07:30', tz: 'new york' }, /no time zone "new york"/, /^Did you mean America\/New_York\?$/],
    [{ at: '07:30', tz: '+02:00' }, /no time zone "\+02:00"/, /IANA/],
    [{ at: '07:30', tz: 'the middle of nowhere at all' }, /no time zone/, /IANA/],
    [{ every: '59s' }, /"59s" is no time between 1m and 7d/, /every:30m/],
    [{ every: '0m' }, /"0m" is no time between/, /every:30m/],
    [{ every: '8d' }, /"8d" is no time between/, /every:30m/],
    [{ every: '1h', at: '07:30' }, /"every:" and "at:" exclude each other/, /Leave one/],
    [{ every: '1h', tz: 'UTC' }, /"every:" and "tz:" exclude each other/, /Leave one/],
  ])('%j is refused with what is wrong and how to mend it', (args, message, mend) => {
    const reading = (): unknown => readTiming(args, 'Europe/Copenhagen');
    expect(reading).toThrow(UserError);
    expect(reading).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), mend: expect.stringMatching(mend) }),
    );
  });
});
