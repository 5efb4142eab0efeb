import { describe, expect, it } from 'vitest';
import { attendancesIn, differInAttendance } from '../../../src/core/disputes/attendance.ts';

function told(text: string): string[] {
  return attendancesIn(text).map(({ of, answer, when, who, event, where }) =>
    `${of} ${answer} ${when}: ${[...who].join('+')} | ${event} ${[...where].join('+')}`.trim(),
  );
}

describe('who was there, as a sentence tells it', () => {
  it.each([
    ['Bruun attended the summit in Nordby.', 'presence yes past: bruun | summit nordby'],
    ['Ada Bruun and Quaroni did not attend the summit.', 'presence no past: ada+bruun+quaron | summit'],
    ['Bruun, the mayor of the town, was at the meeting.', 'presence yes past: bruun | meeting'],
    ['Bruun, who was not invited to the talks in Nordby, spoke on Monday.', 'invitation no past: bruun | talks nordby'],
    ['Quaroni said that Bruun skipped the ceremony.', 'presence no past: bruun | ceremony'],
    ['Bruun will take part in the negotiations in Nordby.', 'presence yes to come: bruun | negotiations nordby'],
    ['Bruun pulled out of the talks in Nordby.', 'presence no past: bruun | talks nordby'],
    ['Bruun withdrew from the conference.', 'presence no past: bruun | conference'],
    ['Bruun was absent from the ceremony.', 'presence no past: bruun | ceremony'],
    ['Bruun never skipped a session.', 'presence yes past: bruun | session'],
    ['Bruun has been left out of the talks.', 'invitation no past: bruun | talks'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['a supposition', 'If Bruun attended the summit, the harbour would close.'],
    ['a wish', 'Bruun might join the talks in Nordby.'],
    ['a pronoun, who may be anybody', 'Bruun said that he did not attend the summit.'],
    ['an envoy, who is somebody else', 'Bruun’s envoy attended the summit in Nordby.'],
    ['something that is no event', 'Bruun attended the school in Nordby.'],
    ['a name that belongs to another clause', 'In a blow to Bruun, people who attended the summit spoke of it.'],
    ['nobody named', 'The ministers attended the summit in Nordby.'],
  ])('is nothing where there is %s', (_what, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('two sentences', () => {
  const verdict = (one: string, other: string): boolean[] =>
    attendancesIn(one).flatMap((left) => attendancesIn(other).map((right) => differInAttendance(left, right)));

  it('differ on one event, whatever the words and the spelling of a name', () => {
    expect(verdict('Zelenskyy stayed away from the Paris summit.', 'Zelensky joined the meeting in Paris.')).toEqual([
      true,
    ]);
  });

  it.each([
    ['of two places', 'Bruun attended the summit in Nordby.', 'Bruun skipped the summit in Hamburg.'],
    ['of coming and of being asked', 'Bruun did not attend the summit.', 'Bruun was invited to the summit.'],
    ['of what was and what will be', 'Bruun skipped the summit.', 'Bruun will attend the summit.'],
    ['of two people', 'Bruun attended the summit.', 'Quaroni did not attend the summit.'],
  ])('that tell %s agree', (_what, one, other) => {
    expect(verdict(one, other)).toEqual([false]);
  });
});
