/** Country and territory names as English writes them, from the Unicode CLDR data in the runtime, and short forms of them. */
const regions = new Intl.DisplayNames('en', { type: 'region' });
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

function regionNames(): string[] {
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const name = regions.of(first + second);
      return name === undefined || name === first + second ? [] : [name];
    }),
  );
}

/** Cities that name a time zone: "Europe/Paris", "America/New_York". */
function zoneCities(): string[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '');
}

const moreCountries = `America|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Holland|Burma|Soviet Union|USSR|Czech Republic|Ivory Coast|Palestine|
Gaza|West Bank|Crimea|Donbas|Donbass|Donetsk|Luhansk|Kosovo|Chechnya|Kurdistan|Tibet|Xinjiang|Catalonia|Bavaria|Brittany|Normandy|Transnistria|Abkhazia|Korea|
North Korea|South Korea|Congo|East Timor|Macedonia|North Macedonia|Emirates|United Arab Emirates|United States of America|US|U.S.|UK|U.K.|USA|U.S.A.|UAE|U.A.E.|DRC|
Turkey|Türkiye|Europe|Asia|Africa|Latin America|South America|North America|Central America|Middle East|Mideast|Far East|Russian Federation|Balkans|Baltics|Caucasus|Sahel|Maghreb|Levant|Gulf|
Western Europe|Eastern Europe|Central Europe|Central Asia|Arctic|Antarctica|Oceania|Caribbean|Scandinavia|Siberia|Sahara|Atlantic|Pacific|Mediterranean|Black Sea|Baltic Sea|Red Sea|
South China Sea|Persian Gulf|West|East|North|South|Earth|Mars|Moon|Universe`;

const moreCities = `Kyiv|Kiev|Kharkiv|Kharkov|Odesa|Odessa|Lviv|Mariupol|Kherson|Zaporizhzhia|Zaporizhia|Bakhmut|Avdiivka|Pokrovsk|Dnipro|Sumy|Kursk|Belgorod|St Petersburg|St. Petersburg|Saint Petersburg|
Sochi|Rostov|Kaliningrad|Sevastopol|Munich|Frankfurt|Hamburg|Cologne|Bonn|Dresden|Leipzig|Stuttgart|Marseille|Lyon|Nice|Bordeaux|Strasbourg|Lille|Toulouse|Calais|Milan|Naples|Turin|Florence|Venice|Barcelona|
Seville|Valencia|Bilbao|Porto|Geneva|Basel|Lausanne|Davos|Antwerp|Ghent|Bruges|Rotterdam|The Hague|Hague|Utrecht|Eindhoven|Gdansk|Krakow|Poznan|Wroclaw|Lodz|Brno|Ostrava|Graz|Salzburg|Innsbruck|Thessaloniki|
Ankara|Izmir|Antalya|Gaziantep|Aleppo|Homs|Idlib|Raqqa|Palmyra|Hama|Latakia|Mosul|Basra|Kirkuk|Fallujah|Ramadi|Tikrit|Erbil|Irbil|Sanaa|Aden|Hodeidah|Jeddah|Mecca|Medina|Riyadh|Diriyah|Doha|Dubai|Abu Dhabi|Sharjah|
Tel Aviv|Jerusalem|Haifa|Rafah|Khan Younis|Ramallah|Nablus|Jenin|Hebron|Bethlehem|Gaza City|Benghazi|Alexandria|Giza|Suez|Marrakesh|Rabat|Fez|Oran|Timbuktu|Lagos|Abuja|Kano|Goma|Kigali|Mombasa|Kampala|Cape Town|Durban|
Pretoria|Soweto|Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Chennai|Hyderabad|Pune|Ahmedabad|Lahore|Islamabad|Peshawar|Rawalpindi|Quetta|Kandahar|Herat|Beijing|Peking|Guangzhou|Shenzhen|Wuhan|Chengdu|Tianjin|Nanjing|
Xi'an|Hong Kong|Osaka|Kyoto|Hiroshima|Nagasaki|Fukushima|Busan|Pyongyang|Hanoi|Ho Chi Minh City|Saigon|Phnom Penh|Chiang Mai|Bali|Yogyakarta|Canberra|Wellington|Christchurch|Washington|Washington DC|Washington D.C.|DC|D.C.|
Boston|Philadelphia|Miami|Atlanta|Houston|Dallas|Austin|San Antonio|San Diego|San Francisco|San Jose|Los Angeles|Las Vegas|Seattle|Portland|Baltimore|Cleveland|Cincinnati|Pittsburgh|Minneapolis|St Louis|St. Louis|Milwaukee|
Kansas City|New Orleans|Nashville|Memphis|Charlotte|Orlando|Tampa|Salt Lake City|Sacramento|Oakland|Brooklyn|Manhattan|Queens|Bronx|Harlem|Hollywood|Silicon Valley|Ottawa|Montreal|Quebec|Calgary|Rio de Janeiro|Brasilia|Bogota|Caracas|Quito|
Guayaquil|Medellin|Guadalajara|Tijuana|Acapulco|Birmingham|Manchester|Liverpool|Leeds|Sheffield|Bristol|Newcastle|Nottingham|Leicester|Glasgow|Edinburgh|Aberdeen|Dundee|Cardiff|Swansea|Belfast|Derry|Cork|Galway|Oxford|Cambridge|Brighton|
Southampton|Portsmouth|Plymouth|Exeter|York|Hull|Bath|Windsor|Balmoral|Chernobyl|Kremlin`;

const states = `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|
Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Ontario|Alberta|
British Columbia|Saskatchewan|Manitoba|Nova Scotia|Queensland|Victoria|Tasmania|New South Wales|Yorkshire|Lancashire|Kent|Essex|Sussex|Surrey|Cornwall|Devon|Norfolk|Suffolk|Cumbria|Wiltshire|Oxfordshire`;

/** Words for the people or things of a place: "Ukrainian", "British", "Saudi". */
export const demonyms: ReadonlySet<string> = new Set(
  `Afghan Albanian Algerian American Andorran Angolan Arab Arabian Argentine Argentinian Armenian Asian African Australian Austrian Azerbaijani Azeri Bahraini Baltic Bangladeshi Belarusian Belarussian Belgian Bolivian Bosnian Brazilian Briton British Bulgarian
  Burmese Cambodian Cameroonian Canadian Catalan Chadian Chechen Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dane Dutch Ecuadorian Egyptian English Eritrean Estonian Ethiopian European Filipino Finnish Finn Flemish French Georgian
  German Ghanaian Greek Guatemalan Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jewish Jordanian Kazakh Kenyan Korean Kosovan Kurdish Kurd Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian
  Libyan Lithuanian Luxembourgish Macedonian Malaysian Maltese Mexican Moldovan Mongolian Montenegrin Moroccan Muslim Namibian Nepalese Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Persian Peruvian Polish Pole Portuguese Qatari
  Romanian Russian Rwandan Saudi Scandinavian Scot Scottish Senegalese Serb Serbian Singaporean Slovak Slovakian Slovene Slovenian Somali Soviet Spanish Spaniard Sudanese Swede Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Tunisian Turk Turkish
  Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Western Yemeni Yugoslav Yemenite Zambian Zimbabwean Christian Catholic Orthodox Protestant Sunni Shia Shiite Alawite Druze Hindu Sikh Buddhist Islamist Islamic Nazi Parisian Londoner Roman Berliner
  Californian Texan Democrat Democratic Republican Conservative Tory Tories Labour Liberal Green Social Latino Hispanic Black White`.split(
    /\s+/,
  ),
);

function plain(name: string): string {
  return name.replaceAll('.', '').toLowerCase();
}

const places: ReadonlySet<string> = new Set(
  [
    ...regionNames(),
    ...zoneCities(),
    ...[moreCountries, moreCities, states].flatMap((list) => list.replaceAll('\n', '').split('|')),
  ].map(plain),
);

/** Whether a name, as a whole, is a country, region or city. */
export function isPlace(name: string): boolean {
  return places.has(plain(name));
}

/** Words that begin the name of a place, a ship or a storm, whoever it is called after: "Ras al-…", "Storm Anna", "USS …". */
export const placePrefixes: ReadonlySet<string> = new Set(
  'Ras Jebel Jabal Wadi Beit Deir Tel Tell Fort Camp Lake Mount Storm Hurricane Typhoon Cyclone Operation USS HMS INS'.split(
    ' ',
  ),
);

/** Last words that make a name a place or a building: "Kennedy Airport", "Charles Bridge". */
export const placeNouns: ReadonlySet<string> = new Set(
  `Street Road Avenue Lane Boulevard Square Bridge Airport Airfield Palace Hall Park River Lake Mount Mountain Mountains Island Islands Sea Ocean Bay Valley County City Town Village Station
  Stadium Arena House Castle Tower Towers Beach Coast Desert Peninsula Province Region Oblast District Border Heights Hills Hill Falls Forest Canyon Strait Canal Port Harbour Harbor Cape Base
  Camp Prison Cathedral Mosque Temple Museum Theatre Theater Gallery Hotel Centre Center Building Plaza Terminal Highway Territory Territories Republic Kingdom Strip Bank Gate Wall Line Zone Basin Plateau
  Shoal Reef Atoll Lagoon Crossing Corridor Junction Tunnel Airbase Wharf Framework
  Day Week Eve Year Cup Prize Award Awards Act Bill Treaty Accord Accords Agreement Pact Plan Protocol Summit Conference Convention Declaration Resolution Games Olympics League Championship Series Festival War
  Forum List Debate Memorial Summary Statement Interview Briefing Speech Address Meeting Dialogue Talks Dinner Gala Edition Programme Program Project Ceremony Communique Initiative
  Crisis Revolution Spring Uprising Massacre Affair Report Index Times Post Memorandum Doctrine Law Amendment Constitution Scale Theory Effect Disease Virus Hurricane Storm Operation`.split(
    /\s+/,
  ),
);
