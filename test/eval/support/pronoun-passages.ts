/**
 * A hundred passages of our own, in the manner of news, each with one pronoun in square brackets that speaks, and whom it
 * stands for; nobody where a careful reader could not be sure, or where it stands for several. Labelled before the rules
 * were tuned on them.
 */
export const pronounPassages: readonly (readonly [passage: string, speaker: string | undefined])[] = [
  // One person, named in the sentence before.
  ['Foreign Minister Karla Bruun arrived in Riga on Monday. [She] said the talks would be short.', 'Karla Bruun'],
  ['Peter Hallmann resigned as mayor of Varn. [He] told reporters that his health was failing.', 'Peter Hallmann'],
  ['President Ismail Toure opened the hospital. “We have waited for years,” [he] said.', 'Ismail Toure'],
  ['Anna Seidel was elected on Sunday. “The work begins now,” [she] told supporters.', 'Anna Seidel'],
  [
    'Chancellor Viktor Lindqvist met farmers in the north. [He] promised that subsidies would continue.',
    'Viktor Lindqvist',
  ],
  ['The bank is run by Elena Marchetti. [She] warned that rates would rise.', 'Elena Marchetti'],
  ['Mr Okafor took the stand in the afternoon. [He] denied that he had signed the order.', 'Okafor'],
  ['Mrs Ingrid Solheim chaired the meeting. [She] argued that the budget was too small.', 'Ingrid Solheim'],
  [
    'Defence Secretary James Whitlow flew to Nairobi. There [he] announced that two ships would follow.',
    'James Whitlow',
  ],
  ['Maria Keller, the union’s president, walked out. “It was an insult,” [she] said.', 'Maria Keller'],
  // The speaker goes on.
  ['“We are ready,” said Prime Minister Anton Varga. “But we will not wait for ever,” [he] added.', 'Anton Varga'],
  ['Sofia Lindgren said the bridge was safe. [She] added that it would be checked each year.', 'Sofia Lindgren'],
  [
    'Governor Paul Trask said the fire was contained. Two villages are still empty. [He] said people could return on Friday.',
    'Paul Trask',
  ],
  [
    'Laura Benning told the committee that the figures were wrong.\n\n“Nobody checked them,” [she] said.',
    'Laura Benning',
  ],
  [
    'Thomas Ekholm insisted that the plan was legal.\n\nThe court will decide in May.\n\n“I have nothing to hide,” [he] said.',
    'Thomas Ekholm',
  ],
  [
    '“I did not know about it,” said Robert Aldane.\n\n“Nobody told me,” [he] added. “I would have stopped it.”',
    'Robert Aldane',
  ],
  ['Speaking in Lisbon, Helena Duarte said growth was back. [She] did not say when taxes would fall.', 'Helena Duarte'],
  [
    'Senator Mark Ostrow called the bill a gift to banks. It passed by two votes. “This is a sad day,” [he] said.',
    'Mark Ostrow',
  ],
  ['Judge Clara Whitfield dismissed the case. [She] wrote that the police had broken the law.', 'Clara Whitfield'],
  ['David Renner praised the crew. [He] noted that nobody had been hurt.', 'David Renner'],
  // A woman and a man are there: the pronoun tells them apart.
  ['President Karin Holt met Prime Minister Stefan Ilic in Oslo. [He] said the visit had been useful.', 'Stefan Ilic'],
  ['President Karin Holt met Prime Minister Stefan Ilic in Oslo. [She] said the visit had been useful.', 'Karin Holt'],
  ['Margaret Doyle accused Henry Castell of lying. [He] said the charge was absurd.', 'Henry Castell'],
  ['Margaret Doyle accused Henry Castell of lying. [She] said she had proof.', 'Margaret Doyle'],
  [
    'Finance Minister Olga Petrenko disagreed with central bank governor Andriy Kovalenko. [She] said rates were too high.',
    'Olga Petrenko',
  ],
  [
    'Finance Minister Olga Petrenko disagreed with central bank governor Andriy Kovalenko. [He] said rates were too low.',
    'Andriy Kovalenko',
  ],
  ['Julia Marsh was sitting beside her husband, Daniel Marsh. “We are tired,” [she] said.', 'Julia Marsh'],
  ['Mr Adeyemi thanked Ms Laura Pohl for her help.\n\n“It was the least I could do,” [she] replied.', 'Laura Pohl'],
  ['Susan Carver told Michael Drew that the offer stood. [He] answered that it was too late.', 'Michael Drew'],
  ['Ambassador William Frost spoke after Commissioner Ursula Engel. [She] had warned of a trade war.', 'Ursula Engel'],
  [
    'Richard Novak said the strike was over. His deputy, Irena Novak, was less sure. “Not all have signed,” [she] said.',
    'Irena Novak',
  ],
  [
    'Catherine Bell and her lawyer, George Prentice, left by a side door. [He] said she would appeal.',
    'George Prentice',
  ],
  // Two of one gender: the subject goes on.
  ['Peter Hallmann telephoned Stefan Ilic on Tuesday. [He] told him that the border would open.', 'Peter Hallmann'],
  [
    'Prime Minister Anton Varga met President Ismail Toure. [He] said afterwards that the two countries were friends.',
    undefined,
  ],
  ['Karla Bruun praised Anna Seidel as a fighter. “She never gave up,” [she] said.', 'Karla Bruun'],
  ['Boris Lantos and Viktor Lindqvist spoke for an hour. [He] said it had been a frank exchange.', undefined],
  ['Maria Keller followed Helena Duarte on to the stage. [She] said little.', undefined],
  ['Thomas Ekholm had been hired by Robert Aldane. “I owe him everything,” [he] said.', 'Thomas Ekholm'],
  ['James Whitlow rejected the criticism of Paul Trask. “He is badly informed,” [he] said.', 'James Whitlow'],
  [
    'Mark Ostrow said the deal was dead. Henry Castell said it was not. “I signed it this morning,” [he] said.',
    'Henry Castell',
  ],
  ['Elena Marchetti and Sofia Lindgren lead the two banks. [She] said the merger was off.', undefined],
  ['David Renner told Daniel Marsh that the flight was full. [He] said he was sorry.', 'David Renner'],
  ['In a letter to Anton Varga, Stefan Ilic asked for troops. [He] wrote that time was short.', 'Stefan Ilic'],
  [
    'Viktor Lindqvist said on Monday that he would not stand again. Peter Hallmann is likely to follow him. “Eight years are enough,” [he] said.',
    undefined,
  ],
  // Quotation first, the name later.
  ['“The door is open,” [he] said. President Ismail Toure was speaking on the steps of the palace.', undefined],
  ['“We will rebuild,” Governor Paul Trask said. “Every house,” [he] promised.', 'Paul Trask'],
  ['For Clara Whitfield the case is over. “I have done my duty,” [she] said.', 'Clara Whitfield'],
  ['It was a long night for Andriy Kovalenko. “I did not sleep,” [he] admitted.', 'Andriy Kovalenko'],
  ['Asked about the plan, Irena Novak shrugged. “Ask the minister,” [she] said.', 'Irena Novak'],
  ['After Henry Castell lost the vote, [he] said he would stay in parliament.', 'Henry Castell'],
  ['When Laura Pohl took office in 2019, [she] promised that the mine would close.', 'Laura Pohl'],
  [
    'If elected, [he] said, William Frost would cut the army.',
    'William Frost', // A pronoun before its name is rare, and here nobody else is there.
  ],
  ['Julia Marsh said the road was closed, and [she] warned drivers to stay at home.', 'Julia Marsh'],
  ['Robert Aldane left before the end because, [he] said, nobody listened.', 'Robert Aldane'],
  // An institution stands between.
  [
    'Karin Holt refused to sign. The European Commission said it regretted that. “I was elected to say no,” [she] said.',
    'Karin Holt',
  ],
  [
    'Stefan Ilic met the head of the International Monetary Fund. The fund declined to comment. [He] said the loan was safe.',
    'Stefan Ilic',
  ],
  [
    'Mark Ostrow visited the plant on Friday. The company had laid off 400 people. “That is a shame,” [he] said.',
    'Mark Ostrow',
  ],
  [
    'Finance Minister Olga Petrenko presented the budget. The Ministry of Defence receives a third of it. [She] said there was no choice.',
    'Olga Petrenko',
  ],
  ['The Kremlin said the talks had failed. [It] added that no new date had been set.', 'Kremlin'],
  ['The European Union condemned the arrests. [It] said the men had to be freed at once.', 'European Union'],
  ['NATO confirmed the exercise on Thursday. [It] said 4,000 soldiers would take part.', 'NATO'],
  ['The Ministry of Health published the figures. [It] warned that beds were running out.', 'Ministry of Health'],
  ['The Goldman Institute counted the votes. The paper was damp. [It] said the error was small.', 'Goldman Institute'],
  ['The law was passed in June. [It] says that every ship must be named.', undefined],
  // They.
  ['Karla Bruun and Peter Hallmann met in Riga. [They] said the border would stay open.', undefined],
  ['Officials in Varn spoke of a mistake. [They] said nobody had been told.', undefined],
  ['Anton Varga left in a hurry. His aides stayed behind. [They] said he was ill.', undefined],
  ['Doctors at the clinic treated Laura Benning for a week. [They] told her to rest.', undefined],
  ['The ministers of the three countries met Karin Holt. “We agree,” [they] said.', undefined],
  ['Investigators questioned Daniel Marsh for six hours. [They] said he was no suspect.', undefined],
  // Nobody who fits has been named.
  ['A man in a blue coat stood at the gate. [He] said he had lost his house.', undefined],
  ['Karla Bruun spoke to a shopkeeper in the square. [He] said trade was poor.', undefined],
  ['A senior official briefed reporters. “We are close,” [he] said.', undefined],
  ['Peter Hallmann visited the school. A teacher showed him the roof. [She] said it leaked.', undefined],
  [
    'Ismail Toure has not been seen for a week. A spokesman for the palace denied that he was ill. “He is at work,” [he] said.',
    undefined,
  ],
  ['Stefan Ilic arrived at noon. A former minister was waiting for him. [He] said he wanted an apology.', undefined],
  [
    'Clara Whitfield heard the last witness. The woman had worked at the bank for years. [She] said she had seen nothing.',
    undefined,
  ],
  ['“There was no warning,” [she] said, holding a photograph of her son.', undefined],
  ['The mayor’s office was empty. [He] said on the telephone that he was abroad.', undefined],
  [
    'Two farmers blocked the road to the villa of Robert Aldane. One of them, a tall man, laughed. “We can wait,” [he] said.',
    undefined,
  ],
  // By role, then by pronoun.
  [
    'Foreign Minister Karla Bruun flew to Tunis. The minister met her colleagues. [She] said the meeting went well.',
    'Karla Bruun',
  ],
  [
    'Anton Varga, the prime minister, was heckled. The prime minister smiled. “I have heard worse,” [he] said.',
    'Anton Varga',
  ],
  [
    'President Karin Holt received the envoy of Norway, Lars Moen. The president offered a ceasefire. [She] said it could begin at midnight.',
    'Karin Holt',
  ],
  [
    'Bishop Tomas Grell blessed the boats. The 71-year-old has done so for decades. “The sea decides,” [he] said.',
    'Tomas Grell',
  ],
  [
    'Police chief Ana Ribeiro showed the weapons. Ms Ribeiro looked tired. [She] said the search would go on.',
    'Ana Ribeiro',
  ],
  // A new paragraph, a new subject.
  [
    'Laura Pohl said the harbour would close.\n\nHer rival, Sofia Lindgren, disagreed.\n\n“Nobody has asked the port,” [she] said.',
    'Sofia Lindgren',
  ],
  [
    'James Whitlow welcomed the report.\n\nPaul Trask, who wrote it, was more careful.\n\n“It is a first step,” [he] said.',
    'Paul Trask',
  ],
  [
    'Helena Duarte thanked the volunteers.\n\nThe storm had cut off the island for nine days. Food came by boat. The school became a shelter.\n\n“We owe them our lives,” [she] said.',
    'Helena Duarte',
  ],
  [
    'Thomas Ekholm founded the company in 1998.\n\nIt now employs 3,000 people in four countries.\n\n[He] said last week that he would sell it.',
    'Thomas Ekholm',
  ],
  [
    'David Renner and his wife, Ingrid Solheim, run the hotel.\n\n“The guests come back,” [she] said.\n\n“They have to,” [he] joked.',
    'David Renner',
  ],
  // Names inside what is said, in possessives and behind prepositions are no subjects.
  ['Margaret Doyle said that Helena Duarte had broken her word. [She] called for an apology.', 'Margaret Doyle'],
  [
    'Viktor Lindqvist spoke of his friendship with Ismail Toure. [He] said they had met in the army.',
    'Viktor Lindqvist',
  ],
  ['Boris Lantos attacked the speech of Anton Varga. [He] called it empty.', 'Boris Lantos'],
  ['Karla Bruun’s spokesman, Henry Castell, refused to comment. [He] said only that she was well.', 'Henry Castell'],
  ['Catherine Bell said: “Susan Carver knew.” [She] said she had letters to prove it.', 'Catherine Bell'],
  ['In the view of George Prentice, Richard Novak should resign. [He] said so on television.', undefined],
  ['Mark Ostrow’s wife, Julia Ostrow, spoke first. [She] said the family would stay.', 'Julia Ostrow'],
  ['Elena Marchetti’s bank lost a case against Andriy Kovalenko. [He] said justice had been done.', 'Andriy Kovalenko'],
  [
    'Robert Aldane bought the paper from William Frost in 2011. [He] said at the time that he would never sell.',
    'Robert Aldane',
  ],
  ['Paul Trask and Karin Holt both want the post. [She] said the vote would be close.', 'Karin Holt'],
];
