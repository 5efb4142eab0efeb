/** Words for one country or continent, its people and its adjective: the first stands for all. */
const rows = [
  'usa us u.s u.s.a america american americans united_states', 'uk u.k britain british briton britons united_kingdom great_britain',
  'russia russian russians', 'ukraine ukrainian ukrainians', 'france french', 'germany german germans', 'italy italian italians',
  'spain spanish', 'portugal portuguese', 'poland polish pole poles', 'netherlands dutch', 'belgium belgian', 'denmark danish dane danes',
  'sweden swedish swede swedes', 'norway norwegian norwegians', 'finland finnish finn finns', 'iceland icelandic', 'ireland irish',
  'scotland scottish scots', 'wales welsh', 'england english', 'austria austrian', 'switzerland swiss', 'greece greek greeks',
  'turkey turkish turk turks turkiye', 'hungary hungarian', 'romania romanian', 'bulgaria bulgarian', 'serbia serbian serb serbs',
  'croatia croatian', 'czechia czech', 'slovakia slovak', 'slovenia slovenian', 'estonia estonian', 'latvia latvian',
  'lithuania lithuanian', 'belarus belarusian belarusians', 'moldova moldovan', 'georgia georgian', 'armenia armenian',
  'azerbaijan azerbaijani', 'kazakhstan kazakh', 'china chinese', 'japan japanese', 'taiwan taiwanese', 'india indian indians',
  'pakistan pakistani', 'afghanistan afghan afghans', 'iran iranian iranians', 'iraq iraqi iraqis', 'israel israeli israelis',
  'palestine palestinian palestinians', 'syria syrian syrians', 'lebanon lebanese', 'jordan jordanian', 'egypt egyptian egyptians',
  'saudi saudis saudi_arabia', 'qatar qatari', 'yemen yemeni', 'canada canadian canadians', 'mexico mexican mexicans',
  'brazil brazilian brazilians', 'argentina argentine argentinian', 'colombia colombian', 'venezuela venezuelan', 'chile chilean',
  'cuba cuban', 'australia australian australians', 'indonesia indonesian', 'philippines filipino', 'vietnam vietnamese',
  'thailand thai', 'kenya kenyan', 'nigeria nigerian', 'ethiopia ethiopian', 'sudan sudanese', 'somalia somali', 'libya libyan',
  'algeria algerian', 'morocco moroccan', 'europe european europeans', 'asia asian', 'africa african africans', 'eu european_union',
];

/** The word that stands for a country, by each word or `two_words` for it, in lower case. */
export const countryWords: ReadonlyMap<string, string> = new Map(
  rows.flatMap((row) => {
    const words = row.split(' ');
    const [first = ''] = words;
    return words.map((word): [string, string] => [word, first]);
  }),
);
