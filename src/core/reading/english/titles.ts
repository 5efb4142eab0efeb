/** Nouns that are a role when they stand with a name: "President Macron", "adviser Jake Sullivan", "the mayor of Kyiv". */
export const roleNouns: ReadonlySet<string> = new Set(
  `president premier chancellor minister secretary senator congressman congresswoman representative governor mayor ambassador envoy
  commissioner chairman chairwoman chairperson chair chief director general colonel major captain lieutenant admiral marshal commander
  sergeant brigadier king queen prince princess emperor sultan emir pope cardinal archbishop bishop patriarch rabbi imam ayatollah
  reverend pastor priest judge justice prosecutor attorney lawyer barrister sheriff inspector detective officer constable superintendent
  spokesman spokeswoman spokesperson adviser advisor aide counsellor counselor diplomat negotiator delegate lawmaker legislator deputy
  politician mp mep peer lord baroness baron duke duchess count speaker leader head founder cofounder co-founder owner ceo cfo coo
  executive manager coach captain editor correspondent reporter journalist columnist author writer novelist poet historian professor scientist
  economist analyst strategist researcher expert fellow scholar lecturer doctor surgeon physician epidemiologist psychologist activist
  campaigner organiser organizer dissident oligarch businessman businesswoman entrepreneur investor billionaire banker treasurer chancellor
  comptroller auditor registrar clerk ombudsman rapporteur coordinator administrator principal dean rector vice-president vice-chancellor
  undersecretary vice-chairman actor actress singer rapper comedian director producer musician composer artist designer model athlete
  footballer striker goalkeeper midfielder defender quarterback boxer sprinter swimmer pilot astronaut engineer architect lobbyist consultant
  nominee candidate contender frontrunner incumbent successor predecessor president-elect whip taoiseach tánaiste tanaiste whistleblower
  commander-in-chief dictator ruler monarch regent viceroy consul attache attaché chaplain nuncio premier-designate lawman militant rebel warlord
  counsel alderman councilman councilwoman councillor assemblyman assemblywoman co-chair cochair pollster parliamentarian mediator separatist secretary-general
  director-general attorney-general prosecutor-general vice-chair deputy-minister ex-minister ex-president ex-premier ex-chancellor governor-general
  president-designate chancellor-designate minister-president stateswoman statesman ideologue propagandist preacher cleric monk nun mufti oligarch tycoon
  wife husband son daughter brother sister mother father widow widower partner`.split(/\s+/),
);

/** Written with a capital these are names: "Son Heung-min". */
export const kin: ReadonlySet<string> = new Set('wife husband son daughter brother sister mother father'.split(' '));

/** Titles of birth that follow an office: "Foreign Minister Prince Faisal". */
export const nobleTitles: ReadonlySet<string> = new Set(
  'Prince Princess Lord Lady Baroness Baron Emir Sultan'.split(' '),
);

/** Written small these describe, and are no title: "fellow Americans", "a major TV station". */
export const seldomTitles: ReadonlySet<string> = new Set(
  'fellow major general count model principal executive expert private head chief partner'.split(' '),
);

/** Honorifics that make what follows a person and are no role. */
export const honorifics: ReadonlySet<string> = new Set(
  'Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Dr Dr. Prof Prof. Rev Rev. Fr Sr St Madame Monsieur Herr Frau Señor Signor Sheikh Sheik Shaikh Sheikha'.split(
    ' ',
  ),
);

export const femaleHonorifics: ReadonlySet<string> = new Set([
  'Mrs',
  'Mrs.',
  'Ms',
  'Ms.',
  'Miss',
  'Dame',
  'Lady',
  'Madame',
  'Frau',
  'Sheikha',
]);
export const maleHonorifics: ReadonlySet<string> = new Set([
  'Mr',
  'Mr.',
  'Sir',
  'Lord',
  'Monsieur',
  'Herr',
  'Señor',
  'Signor',
  'Sheikh',
  'Sheik',
  'Shaikh',
]);

/** Short forms of titles before a name. */
export const shortTitles: ReadonlySet<string> = new Set(
  'Gen Gen. Col Col. Maj Maj. Capt Capt. Lt Lt. Sgt Sgt. Cpl Cpl. Pvt Pvt. Spc Spc. Pfc Pfc. Staff-Sgt Adm Adm. Cmdr Cmdr. Brig Brig. Sen Sen. Rep Rep. Gov Gov. Pres Pres. Sec Sec. Amb Amb. PM'.split(
    ' ',
  ),
);

/** Words that qualify a role and may stand in lower case before it. */
export const roleModifiers: ReadonlySet<string> = new Set(
  `prime vice middle deputy assistant acting interim former then-president ex ex-president late new newly incoming outgoing foreign defence defense
  interior home finance economy justice health education energy trade labour labor agriculture transport culture environment european
  national security senior junior chief special presidential principal top lead leading veteran political military economic diplomatic
  legal press communications public policy executive general managing founding press-secretary permanent shadow first second third state
  federal regional local provincial city county party opposition far-right far-left right-wing left-wing conservative liberal centrist
  independent republican democratic democrat socialist nationalist populist pro-russian pro-european human rights war crimes peace
  parliamentary congressional senate house cabinet government crown lower upper supreme high chief-of-staff attorney solicitor advocate
  major brigadier lieutenant rear air field staff police fire army navy intelligence co longtime long-time close key hardline hard-line
  exiled jailed imprisoned billionaire tech media oil gas wealth sovereign fund rights development aid trade-union nuclear arms cyber space election refugee migration humanitarian russian-backed kremlin-backed us-based honorary under undersecretary climate science
  affairs external internal international religious chief-executive club team head football film opera`.split(/\s+/),
);
