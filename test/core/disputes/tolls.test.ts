import { describe, expect, it } from 'vitest';
import { tollsIn } from '../../../src/core/disputes/tolls.ts';

const told = (text: string): string[] => tollsIn(text).map(({ kind, value, words }) => `${kind} ${value}: ${words}`);

describe('how many people something befell', () => {
  it.each([
    ['Four people have died in floods in Velden, the fire brigade said.', ['dead 4: Four']],
    ['Floods in Velden have killed five people, the mayor said.', ['dead 5: five']],
    ['The number of people who died in the floods has risen to six.', ['dead 6: six']],
    ['The death toll from the earthquake in Karun rose to 47, officials said.', ['dead 47: 47']],
    ['The death toll stands at 1,200.', ['dead 1200: 1,200']],
    ['The death toll rose from four to six.', ['dead 6: six']],
    ['The storm claimed 12 lives.', ['dead 12: 12']],
    ['The attack left at least nine people dead and 20 wounded.', ['dead 9: at least nine', 'injured 20: 20']],
    ['At least 31 people, among them two firemen, were killed.', ['dead 31: At least 31']],
    ['More than two dozen soldiers were killed.', ['dead 24: More than two dozen']],
    ['The blast killed twenty-five people and injured 140.', ['dead 25: twenty-five', 'injured 140: 140']],
    ['Five dead, 20 injured in Velden.', ['dead 5: Five', 'injured 20: 20']],
    ['Five workers died in a fire in Lodova, a doctor said.', ['dead 5: Five']],
    ['Nine people are still missing.', ['missing 9: Nine']],
    ['Rescue teams are looking for eleven missing people.', ['missing 11: eleven']],
    ['About 450 people had left their homes.', ['displaced 450: About 450']],
    ['Police arrested 14 people.', ['arrested 14: 14']],
    ['Fourteen people were arrested in Velden.', ['arrested 14: Fourteen']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    'Two more people died on Tuesday.',
    'Another 12 people were killed on Tuesday.',
    'The death toll rose by 3.',
    'Three of the dead were children.',
    'Four soldiers killed a man in Velden.',
    'He was killed by two men.',
    'She died 12 days later.',
    'The ferry carried 120 passengers.',
    'In 2003 people died in Velden.',
  ])('no total is in "%s"', (text) => {
    expect(told(text)).toEqual([]);
  });
});
