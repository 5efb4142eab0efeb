/** Sentences written for this measure, in the ways that news introduces people, each with the roles that it words. */
export interface RoleSentence {
  readonly text: string;
  /** Name and role as worded; a person with no role is not listed. */
  readonly roles: readonly (readonly [name: string, role: string])[];
}

export const roleSentences: readonly RoleSentence[] = [
  {
    text: 'Estonian Prime Minister Kaja Tamm welcomed the offer on Monday.',
    roles: [['Kaja Tamm', 'Estonian Prime Minister']],
  },
  {
    text: 'Kaja Tamm, the prime minister of Estonia, welcomed the offer.',
    roles: [['Kaja Tamm', 'prime minister of Estonia']],
  },
  {
    text: 'Norway’s Foreign Minister, Lars Berg, flew to Ankara.',
    roles: [['Lars Berg', 'Norway’s Foreign Minister']],
  },
  {
    text: 'Lars Berg, Norway’s foreign minister, flew to Ankara.',
    roles: [['Lars Berg', 'Norway’s foreign minister']],
  },
  {
    text: 'The talks were led by Elena Marin, an adviser to the president.',
    roles: [['Elena Marin', 'adviser to the president']],
  },
  {
    text: 'Presidential adviser Elena Marin said that the door was open.',
    roles: [['Elena Marin', 'Presidential adviser']],
  },
  {
    text: '“We are ready,” said Anna Petrova, a spokeswoman for the ministry.',
    roles: [['Anna Petrova', 'spokeswoman for the ministry']],
  },
  { text: 'Ministry spokeswoman Anna Petrova denied the report.', roles: [['Anna Petrova', 'Ministry spokeswoman']] },
  {
    text: 'US Secretary of State Daniel Reed met Saudi Crown Prince Faisal al-Harbi.',
    roles: [
      ['Daniel Reed', 'US Secretary of State'],
      ['Faisal al-Harbi', 'Saudi Crown Prince'],
    ],
  },
  { text: 'Secretary of Defense Thomas Hale declined to comment.', roles: [['Thomas Hale', 'Secretary of Defense']] },
  {
    text: 'European Commission President Clara Weiss will attend.',
    roles: [['Clara Weiss', 'European Commission President']],
  },
  {
    text: 'Clara Weiss, who leads the European Commission, will attend.',
    roles: [['Clara Weiss', 'leads the European Commission']],
  },
  {
    text: 'The former German chancellor Dieter Vogel disagreed.',
    roles: [['Dieter Vogel', 'former German chancellor']],
  },
  {
    text: 'Former chancellor Dieter Vogel disagreed with President Marc Lefebvre.',
    roles: [
      ['Dieter Vogel', 'Former chancellor'],
      ['Marc Lefebvre', 'President'],
    ],
  },
  {
    text: 'Gen. Robert Stone, the commander of the mission, asked for more troops.',
    roles: [['Robert Stone', 'commander of the mission']],
  },
  { text: 'Lt. Gen. Robert Stone asked for more troops.', roles: [['Robert Stone', 'Lt. Gen.']] },
  {
    text: 'Bank of England Governor Peter Ward warned of higher prices.',
    roles: [['Peter Ward', 'Bank of England Governor']],
  },
  {
    text: 'Nato Secretary General Ingrid Dahl said the alliance was united.',
    roles: [['Ingrid Dahl', 'Nato Secretary General']],
  },
  {
    text: 'Ingrid Dahl, the alliance’s secretary general, said it was united.',
    roles: [['Ingrid Dahl', 'alliance’s secretary general']],
  },
  { text: 'Mayor Anna Holm said the harbour would open again.', roles: [['Anna Holm', 'Mayor']] },
  { text: 'Anna Holm is the mayor of Nordby.', roles: [['Anna Holm', 'mayor of Nordby']] },
  { text: 'Nordby’s mayor Anna Holm said the harbour would open again.', roles: [['Anna Holm', 'Nordby’s mayor']] },
  { text: 'Mr Karl Brandt was not at the meeting.', roles: [] },
  { text: 'Opposition leader Maria Lopez called the vote a farce.', roles: [['Maria Lopez', 'Opposition leader']] },
  {
    text: 'Maria Lopez, leader of the opposition, called the vote a farce.',
    roles: [['Maria Lopez', 'leader of the opposition']],
  },
  { text: 'Senator John Keller (Republican) opposed the bill.', roles: [['John Keller', 'Senator']] },
  { text: 'Sen. John Keller opposed the bill.', roles: [['John Keller', 'Sen.']] },
  {
    text: 'The bill was opposed by John Keller, chairman of the Senate Foreign Relations Committee.',
    roles: [['John Keller', 'chairman of the Senate Foreign Relations Committee']],
  },
  { text: 'Yusuf Demir, 54, a carpenter from Izmir, watched the news.', roles: [] },
  { text: 'Professor Helen Clarke of the university wrote the report.', roles: [['Helen Clarke', 'Professor']] },
  {
    text: 'Helen Clarke, a professor of law at the university, wrote the report.',
    roles: [['Helen Clarke', 'professor of law at the university']],
  },
  { text: 'Chief executive Omar Nasser resigned.', roles: [['Omar Nasser', 'Chief executive']] },
  { text: 'Omar Nasser resigned as chief executive.', roles: [] },
  {
    text: 'President Marc Lefebvre’s envoy, Julie Martin, arrived in Kyiv.',
    roles: [
      ['Marc Lefebvre', 'President'],
      ['Julie Martin', 'President Marc Lefebvre’s envoy'],
    ],
  },
  {
    text: 'French President Marc Lefebvre and Polish Prime Minister Jan Nowak spoke.',
    roles: [
      ['Marc Lefebvre', 'French President'],
      ['Jan Nowak', 'Polish Prime Minister'],
    ],
  },
  { text: 'Marc Lefebvre and Jan Nowak spoke for an hour.', roles: [] },
  {
    text: 'Minister for the Middle East Alan Frost visited Amman.',
    roles: [['Alan Frost', 'Minister for the Middle East']],
  },
  {
    text: 'Kremlin spokesman Pavel Orlov told reporters that talks would go on.',
    roles: [['Pavel Orlov', 'Kremlin spokesman']],
  },
  {
    text: 'Pavel Orlov, spokesman for the Kremlin, told reporters that talks would go on.',
    roles: [['Pavel Orlov', 'spokesman for the Kremlin']],
  },
  { text: 'The International Organisation asked Judge Ruth Cohen to decide.', roles: [['Ruth Cohen', 'Judge']] },
];
