import { faultIn } from '../../src/core/writing/check/bears-out.ts';
import { falseParaphrases } from '../core/writing/false-paraphrases.ts';

/** Faithful paraphrases as an editor might write them, made up before they were tried: how many does the check take? */
const faithful: readonly (readonly [source: string, written: string])[] = [
  ['Mayor Anna Holm said the port would open on Monday.', 'Holm said the port would open Monday.'],
  ['Mayor Anna Holm said the port would open on Monday.', 'The port would open on Monday, Holm said.'],
  ['Mayor Anna Holm said the port would open on Monday.', 'The port will open on Monday, according to Holm.'],
  ['Peter Lund, the chief engineer, found a crack in the wall.', 'Peter Lund found a crack in the wall.'],
  ['Peter Lund, the chief engineer, found a crack in the wall.', 'A crack in the wall was found by Peter Lund.'],
  ['The ferry, which was built in 1962, sank near Sunde.', 'The ferry sank near Sunde.'],
  ['The ferry, which was built in 1962, sank near Sunde.', 'The 1962 ferry sank near Sunde.'],
  ['The two sides began talks in Oslo on Tuesday.', 'The two sides started talks in Oslo on Tuesday.'],
  ['The two sides began talks in Oslo on Tuesday.', 'Talks between the two sides began in Oslo on Tuesday.'],
  ['Some 3,000 people lost their jobs, the union said.', 'About 3,000 people lost their jobs, the union said.'],
  ['Some 3,000 people lost their jobs, the union said.', 'The union said about 3,000 people lost their jobs.'],
  ['Captain Jens Krag told reporters that he would not resign.', 'Krag said he would not resign.'],
  ['“The wall is safe,” Lund told Danish television.', 'Lund told Danish television: “The wall is safe”.'],
  ['“The wall is safe,” Lund told Danish television.', 'Lund told Danish television the wall was safe.'],
  [
    'The court ordered Nordline to pay 2 million euros in damages.',
    'The court ordered Nordline to pay €2 million in damages.',
  ],
  ['The court ordered Nordline to pay 2 million euros in damages.', 'Nordline must pay 2 million euros in damages.'],
  ['Police did not say how many people were hurt.', "Police didn't say how many people were hurt."],
  ['Holm strongly criticised the owners of the ferry.', 'Holm criticised the owners of the ferry.'],
  ['However, the inspectors have found no fault.', 'The inspectors found no fault.'],
  ['In a statement, the owners said they would appeal.', 'The owners said they would appeal.'],
  ['Holm, speaking in Oslo, said the bridge may close.', 'Holm said the bridge may close.'],
  ['The bridge may close if the crack grows, Lund said.', 'Lund said the bridge may close if the crack grows.'],
  ['Twelve boats were lost in the storm on 3 March.', '12 boats were lost in the storm on March 3.'],
  ['Twelve boats were lost in the storm on 3 March.', 'The storm on 3 March destroyed twelve boats.'],
];

const refused = faithful.flatMap(([source, written]) => {
  const fault = faultIn(written, source);
  return fault === undefined ? [] : [{ written, fault: `${fault.kind}: ${fault.words.slice(0, 40)}` }];
});
const untrue = falseParaphrases.flatMap(([source, ...written]) => written.map((sentence) => ({ source, sentence })));
const letThrough = untrue.filter(({ source, sentence }) => faultIn(sentence, source) === undefined);
console.table([
  { pairs: 'faithful', of: faithful.length, taken: faithful.length - refused.length },
  { pairs: 'false', of: untrue.length, taken: letThrough.length },
]);
console.table(refused);
