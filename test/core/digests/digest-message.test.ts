import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/adapters/terminal/render-text.ts';
import type { BlindSpot } from '../../../src/core/digests/blind-spots.ts';
import { composeDigest } from '../../../src/core/digests/compose-digest.ts';
import { beginning } from '../../../src/core/digests/create-digest-desk.ts';
import { digestMessage } from '../../../src/core/digests/digest-message.ts';
import { cutAtThread } from '../../../src/core/messages/in-thread.ts';
import { heldLibrary, type HeldText } from '../../support/held-library.ts';

const mayor = 'Mayor Anna Holm said the harbour of Nordby would open again on Monday.';
const crack = 'Engineer Peter Lund found a crack of 12 metres in the outer wall.';

function shown(
  held: readonly HeldText[],
  from = beginning,
  nextDue?: string,
  blindSpots: readonly BlindSpot[] = [],
): string {
  const library = heldLibrary(held);
  const digest = composeDigest(library, { from, to: '2025-02-18T18:00:00.000Z' });
  const message = digestMessage(digest, library, { nextDue, blindSpots });
  return renderText(message, { width: 500, emphasis: 'plain', timeZone: 'UTC' });
}

describe('a digest as a message', () => {
  it('has counts, cited lines, what was left out, when the next one comes, and sources', () => {
    const held = [
      { publisher: 'Courier', text: mayor, published: '2025-02-17T08:00:00.000Z' },
      { publisher: 'Observer', text: crack, published: '2025-02-18T08:00:00.000Z' },
    ];
    expect(shown(held, beginning, '2025-02-19T06:30:00.000Z')).toBe(
      [
        'The harbour of Nordby: digest',
        '',
        '2 articles from 2 outlets and 2 independent origins, as of 18 Feb 2025, 18:00 UTC.',
        '',
        `• ${crack} [1]`,
        `• ${mayor} [2] (Mon 17 Feb 2025)`,
        '',
        'Next digest: 19 Feb 2025, 06:30 UTC.',
        '',
        'Sources',
        '[1] Observer: From Observer (18 Feb 2025)',
        '[2] Courier: From Courier (17 Feb 2025)',
        '',
      ].join('\n'),
    );
  });

  it('says since when, and when samples are among the articles', () => {
    const held = [{ publisher: 'Courier', text: mayor, sample: true }];
    expect(shown(held, '2025-02-17T18:00:00.000Z')).toContain(
      '1 article from 1 outlet and 1 independent origin, added since 17 Feb 2025, 18:00 UTC, as of 18 Feb 2025, 18:00 UTC. These include sample articles that are shipped with me.',
    );
  });

  it('counts all that was left out, by reason', () => {
    const long = `${mayor} ${crack} The ferry company Nordline moved 14 boats to the port of Sunde on Friday.`;
    const held = [
      { publisher: 'Wire', text: long, published: '2025-02-17T08:00:00.000Z' },
      { publisher: 'Morning News', text: long, published: '2025-02-17T09:00:00.000Z' },
    ];
    expect(shown(held)).toContain('Left out: 1 copy of another article.');
    const letters = [...'bcdfghklmnprstvz'];
    const invented = letters.flatMap((first) => letters.map((last) => `${first}o${last}a`));
    const much = Array.from({ length: 30 }, (_, line) => `All of ${invented.slice(line * 8, line * 8 + 8).join(' ')}.`);
    expect(shown([{ publisher: 'Courier', text: much.join(' ') }])).toContain(
      'Left out: 22 sentences that weigh less.',
    );
  });

  it('marks what brings up to date what was told, and nothing else', () => {
    const told = { publisher: 'Courier', text: 'Engineer Peter Lund said 12 boats sank in the harbour on Sunday.' };
    const added = '2025-02-18T15:00:00.000Z';
    const more = {
      publisher: 'Observer',
      added,
      text: 'Engineer Peter Lund said 15 boats sank in the harbour on Sunday.',
    };
    const other = { publisher: 'Herald', added, text: mayor };
    const text = shown([told, more, other], '2025-02-18T12:00:00.000Z');
    expect(text).toContain('• Update: Engineer Peter Lund said 15 boats');
    expect(text).toContain(`• ${mayor}`);
  });

  it('says that nothing is new, since when, and how much is held', () => {
    expect(shown([{ publisher: 'Courier', text: mayor }], '2025-02-18T08:00:00.000Z')).toBe(
      'The harbour of Nordby: digest\n\nNothing new since 18 Feb 2025, 08:00 UTC. I hold 1 article.\n',
    );
  });

  it('says how to add articles when none is held', () => {
    expect(shown([])).toMatch(/I hold no articles on this story.*communique ingest/);
  });

  it('says so when no sentence can be shown', () => {
    expect(shown([{ publisher: 'Courier', text: 'Will the harbour ever open for the ferries again?' }])).toContain(
      'No sentence of these articles stands for itself.',
    );
  });
});

describe('what a channel sees of a digest', () => {
  const cities = ['Hamburg', 'Rotterdam', 'Gdansk', 'Porto', 'Marseille', 'Genoa', 'Bilbao', 'Odesa', 'Riga', 'Cork'];
  const many = cities.map((city, index) => ({
    publisher: `Paper ${index}`,
    text: `Minister Ada Bruun opened ${index + 3} new docks for ferries in ${city} on Monday.`,
  }));

  it('is at most twelve lines; the rest stands in the thread', () => {
    const library = heldLibrary(many);
    const digest = composeDigest(library, { from: beginning, to: '2025-02-18T18:00:00.000Z' });
    const blindSpots = [{ publisher: 'Courier', condition: 'timeout' as const, since: '2025-02-18T05:10:00.000Z' }];
    const message = digestMessage(digest, library, { nextDue: '2025-02-19T06:30:00.000Z', blindSpots });
    const { channel, thread } = cutAtThread(message);
    const lines = renderText(channel, { width: 5_000, emphasis: 'plain', timeZone: 'UTC' }).split('\n');
    expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(12);
    expect(thread?.blocks.at(-1)).toEqual({ kind: 'sources', of: message.citations.map(({ number }) => number) });
  });

  it('says that it could not look, which is not the same as nothing new', () => {
    const held = [{ publisher: 'Courier', text: mayor }];
    const blindSpots: BlindSpot[] = [
      { publisher: 'Observer', condition: 'broken', since: '2025-02-18T05:10:00.000Z' },
      { publisher: 'Gazette', condition: 'blocked', since: '2025-02-18T05:10:00.000Z' },
      { publisher: 'Wire', condition: 'broken', since: '2025-02-18T05:10:20.000Z' },
    ];
    const text = shown(held, '2025-02-18T12:00:00.000Z', undefined, blindSpots);
    expect(text).toContain('Nothing new in what I could look at since 18 Feb 2025, 12:00 UTC.');
    expect(text).toContain(
      'I could not look at Observer, Wire since 18 Feb 2025, 05:10 UTC (could not be read); Gazette since 18 Feb 2025, 05:10 UTC (refused to be read). Why: /harbour health',
    );
  });
});
