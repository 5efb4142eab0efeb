import { describe, expect, it } from 'vitest';
import { timeline, type TimelineEntry } from '../../../src/core/stories/timeline.ts';
import { type HeldText, heldLibrary } from '../../support/held-library.ts';

/** Tuesday, 4 March 2025. */
const morning = '2025-03-04T08:00:00Z';
const noon = '2025-03-04T12:00:00Z';

function told(...texts: readonly HeldText[]): string[] {
  return timeline(heldLibrary(texts)).map(wordsOf);
}

function wordsOf({ date, place, change }: TimelineEntry): string {
  const days = [change?.from, change?.to].map((day) => day?.slice(5) ?? '?').join(' → ');
  const own = change?.sentence === place.sentence ? 'itself' : (change?.sentence.text ?? '');
  return `${date.slice(5)} ${place.sentence.text}${change === undefined ? '' : ` (${change.how} ${days}: ${own})`}`;
}

const early = (text: string): HeldText => ({ publisher: 'The Early Paper', text, published: morning });
const late = (text: string): HeldText => ({ publisher: 'The Late Paper', text, published: noon });
const visit = 'Transport Minister Karel Novik will visit Velden on Wednesday.';

describe('what was planned and is put off', () => {
  it('stands on its day with the sentence that says so, and on the new day', () => {
    const notice = 'Novik’s visit to Velden was postponed until Thursday because the roads are under water.';
    expect(told(early(visit), late(notice))).toEqual([
      `03-05 ${visit} (put off 03-05 → 03-06: ${notice})`,
      `03-06 ${notice} (put off 03-05 → 03-06: itself)`,
    ]);
  });

  it.each([
    ['Karel Novik has cancelled his visit to Velden.', 'called off 03-05 → ?'],
    ['Novik’s trip to Velden has been called off, his office said.', 'called off 03-05 → ?'],
    [
      'The ministry said that the visit of Karel Novik to Velden, planned for Wednesday, had been put off.',
      'put off 03-05 → ?',
    ],
    ['The visit of Karel Novik to Velden has been put off to next Monday.', 'put off 03-05 → 03-10'],
    ['The visit of Karel Novik to Velden was moved from Wednesday to Friday.', 'moved 03-05 → 03-07'],
    ['Karel Novik’s visit to Velden will not take place.', 'called off 03-05 → ?'],
    ['Novik will not visit Velden on Wednesday, his office said.', 'off 03-05 → ?'],
    ['The trip of Karel Novik to Velden will now take place on Friday.', 'moved 03-05 → 03-07'],
  ])('whatever the words: %s', (notice, change) => {
    expect(told(early(visit), late(notice))).toContain(`03-05 ${visit} (${change}: ${notice})`);
  });

  it('is found where the sentence before names whose it is', () => {
    const notice = 'The visit has been put off.';
    const entries = told(early(visit), late(`In the north, Karel Novik spoke of Velden and the dam.\n${notice}`));
    expect(entries).toContain(`03-05 ${visit} (put off 03-05 → ?: ${notice})`);
  });

  it('may be told so after its day', () => {
    const notice = 'Karel Novik did not visit Velden on Wednesday because he was ill.';
    const after = { publisher: 'The Late Paper', text: notice, published: '2025-03-06T08:00:00Z' };
    expect(told(early(visit), after)).toEqual([`03-05 ${visit} (off 03-05 → ?: ${notice})`]);
  });

  it('takes with it what another article had planned for the day after', () => {
    const other = visit.replace('Wednesday', 'Thursday');
    const notice = 'Karel Novik’s visit to Velden was postponed, his office said.';
    const entries = told(early(visit), { ...late(other), publisher: 'The Other Paper' }, late(notice));
    expect(entries).toContain(`03-06 ${other} (put off 03-06 → ?: ${notice})`);
  });

  it('has its new day from whichever article names it', () => {
    const first = 'The visit of Karel Novik to Velden has been postponed.';
    const second = 'Karel Novik’s visit to Velden will now take place on Friday.';
    const third = 'Bad weather: Karel Novik has put off his visit to Velden, reporters there were told.';
    const after = (text: string, hour: string) => ({
      publisher: `The ${hour} Paper`,
      text,
      published: `2025-03-04T${hour}:00:00Z`,
    });
    expect(told(early(visit), late(first), after(second, '15'), after(third, '16'))).toEqual([
      `03-05 ${visit} (moved 03-05 → 03-07: ${second})`,
      `03-07 ${second} (moved 03-05 → 03-07: itself)`,
    ]);
  });

  it('may be put off again', () => {
    const first = 'Novik’s visit to Velden was postponed until Thursday.';
    const second = 'Novik’s visit to Velden was postponed again, until Saturday, officials said.';
    const again = { publisher: 'The Third Paper', text: second, published: '2025-03-05T18:00:00Z' };
    expect(told(early(visit), late(first), again)).toEqual([
      `03-05 ${visit} (put off 03-05 → 03-06: ${first})`,
      `03-06 ${first} (put off 03-06 → 03-08: ${second})`,
      `03-08 ${second} (put off 03-06 → 03-08: itself)`,
    ]);
  });

  it('without an article that had planned it stands under the day for which it was planned', () => {
    const notice = 'Karel Novik put off a visit to Velden that was planned for Wednesday.';
    expect(told(late(notice))).toEqual([`03-05 ${notice} (put off 03-05 → ?: itself)`]);
  });
});

describe('what was planned stays so', () => {
  it.each([
    ['where it is a visit of his to another city', 'Karel Novik’s visit to Hamburg was postponed until Thursday.'],
    ['where the visit is another one', 'Ada Bruun’s visit to Riga was postponed until Thursday.'],
    ['where something else is put off', 'Karel Novik’s vote on the Velden budget was postponed until Thursday.'],
    ['where another day is named', 'Karel Novik’s visit to Velden on 20 March 2025 has been cancelled.'],
    ['where nobody says that it is so', 'Karel Novik’s visit to Velden may be postponed until Thursday.'],
    ['where it is denied', 'Karel Novik’s visit to Velden has not been postponed, his office said.'],
    ['where it is asked for', 'The mayor asked Karel Novik to postpone his visit to Velden until Thursday.'],
  ])('%s', (_what, notice) => {
    expect(told(early(visit), late(notice))).toContain(`03-05 ${visit}`);
  });

  it('where the article that puts it off is the older one', () => {
    const notice = { ...late('Karel Novik has cancelled his visit to Velden.'), published: '2025-03-03T08:00:00Z' };
    expect(told(early(visit), notice)).toContain(`03-05 ${visit}`);
  });
});

describe('sentences of one day', () => {
  it.each([
    [
      'two cities',
      'Ada Bruun will travel to Hamburg for talks on Friday.',
      'Ada Bruun will travel to Rotterdam for talks on Friday.',
    ],
    [
      'a yes and a no',
      'Ada Bruun will travel to Hamburg on Friday.',
      'Ada Bruun will not travel to Hamburg on Friday.',
    ],
    ['two numbers', 'Floods killed four people in Velden on Monday.', 'Floods killed nine people in Velden on Monday.'],
  ])('that give %s do not bear each other out', (_what, one, other) => {
    const texts = told(early(one), late(other)).join(' ');
    expect(texts).toContain(one);
    expect(texts).toContain(other);
  });
});
