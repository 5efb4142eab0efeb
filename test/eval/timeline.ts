import { keyDates } from '../../src/core/stories/key-dates.ts';
import { timelineTopics } from './support/news-timelines.ts';
import { writePredictions } from './support/predictions.ts';
import { shown } from './support/rows.ts';
import { type DatedTexts, timelineScores, type TimelineScores } from './support/timeline-scores.ts';

/** As many dates, and sentences for each, as the newsroom's own timeline has, between its first and last day. */
function wantedLike(reference: DatedTexts): Parameters<typeof keyDates>[1] {
  const dates = [...reference.keys()].toSorted();
  const sentences = [...reference.values()].reduce((sum, texts) => sum + texts.length, 0);
  return {
    dates: dates.length,
    sentences: Math.max(1, Math.round(sentences / dates.length)),
    from: dates[0] ?? '',
    to: dates.at(-1) ?? '',
  };
}

const scored = timelineTopics().flatMap(({ name, library, timelines }) =>
  timelines.map((reference) => {
    const made = keyDates(library, wantedLike(reference));
    const texts = new Map(made.map(({ date, places }) => [date, places.map(({ sentence }) => sentence.text)]));
    return { name, made: [...texts], scores: timelineScores(reference, texts) };
  }),
);

function line(title: string, { dateF1, ar1, ar2 }: TimelineScores): void {
  console.log(`${title.padEnd(24)} date F1 ${shown(dateF1)} | AR-1 ${shown(ar1)} | AR-2 ${shown(ar2)}`);
}

for (const { name, scores } of scored) line(name, scores);
const mean = (of: keyof TimelineScores): number =>
  scored.reduce((sum, { scores }) => sum + scores[of], 0) / scored.length;
line(`${scored.length} timelines`, { dateF1: mean('dateF1'), ar1: mean('ar1'), ar2: mean('ar2') });
writePredictions('timeline', scored);
