/** Nouns that make the name they end, or begin with "of", an organisation. */
export const organisationNouns: ReadonlySet<string> = new Set(
  `Ministry Commission Council Union Party Bank Agency University Army Navy Parliament Corps Group Inc Inc. Ltd Ltd. LLC PLC plc Corp Corp. Co. Company Corporation Committee Institute Foundation Organization Organisation
  Association Court Department Office Congress Senate Assembly Forces Force Police Guard Guards Service Services Authority Federation Alliance Times Post News Press Journal Gazette Tribune Herald Guardian Observer
  Telegraph Courier Club FC Trust Fund Board Bureau College School Hospital Church Society Government Administration Cabinet Coalition Brigade Brigades Battalion Regiment Division Command Front Movement Network Secretariat
  Directorate Treasury Exchange Airlines Airways Motors Industries Holdings Partners Capital Technologies Systems Laboratories Studios Entertainment Records Media Television Broadcasting Radio Review Magazine Tribunal
  Chamber Inspectorate Presidency Embassy Consulate Delegation Mission Legion Militia Militias Brotherhood Mossad Taskforce Observatory Watch International Centre Center Think-Tank Academy Staff
  League Order Show Digital Online SC AFC Guarantee Crescent Cross Daily Pharmaceuticals Pharmaceutical Petroleum Telecom Enterprises Chemicals Bancorp Electronics Aerospace Foods Greens Democrats Republicans Liberals Conservatives Socialists`.split(
    /\s+/,
  ),
);

/** What ends the registered name of a company. */
export const companyForms: ReadonlySet<string> = new Set(
  'Inc Inc. Ltd Ltd. LLC LLP PLC Plc plc Corp Corp. Co Co. AG SA NV N.V. S.A. A.G. GmbH SpA S.p.A. AB ASA A/S BV B.V. Oy Oyj Bhd Tbk Pty KGaA SARL SAS Kft Bros Bros.'.split(
    ' ',
  ),
);

/** Common nouns for an organisation that stand before or behind its name: "the daily Aftenposten", "Berg news agency". */
export const organisationKinds: ReadonlySet<string> = new Set(
  `newspaper newspapers daily weekly tabloid magazine broadcaster newswire agency airline airlines company firm group club conglomerate retailer insurer bank brokerage chain giant operator manufacturer
  distributor publisher subsidiary lender brewer miner carmaker automaker drugmaker chipmaker steelmaker shipbuilder refiner consultancy charity watchdog
  militia party faction`.split(/\s+/),
);

/** Names that are organisations, or stand for one, without such a noun. */
export const knownOrganisations: ReadonlySet<string> = new Set(
  `Kremlin|White House|Pentagon|Downing Street|No 10|Whitehall|Elysee|Élysée|Elysée|Bundestag|Bundeswehr|Bundesrat|Knesset|Duma|State Duma|Verkhovna Rada|Rada|Sejm|Riksdag|Storting|Folketing|Diet|Lok Sabha|House of Commons|House of Lords|
  House of Representatives|Capitol Hill|Foreign Office|Home Office|Hamas|Hezbollah|Hizbollah|Taliban|Al-Qaeda|al-Qaeda|Al-Shabaab|al-Shabaab|Boko Haram|Fatah|Likud|Islamic State|Daesh|Da'esh|Da’esh|Isis|Isil|Houthis|Wagner|Wagner Group|Azov|Mossad|Hashd al-Shaabi|Peshmerga|
  Interpol|Europol|Frontex|Eurojust|Opec|Nato|Nasa|Unesco|Unicef|Unrwa|Ofcom|Ofsted|Reuters|Bloomberg|Associated Press|Agence France-Presse|Interfax|Tass|Xinhua|Ukrinform|Anadolu|Al Jazeera|Al-Jazeera|Al Arabiya|Politico|Axios|Facebook|Meta|Google|Alphabet|Apple|Amazon|Microsoft|
  Twitter|Netflix|Tesla|SpaceX|Starlink|OpenAI|Nvidia|Intel|Boeing|Airbus|Lockheed Martin|Raytheon|Rheinmetall|Gazprom|Rosneft|Rosatom|Lukoil|Sberbank|Huawei|TikTok|ByteDance|Samsung|Toyota|Volkswagen|Siemens|Shell|BP|TotalEnergies|Exxon|Chevron|Goldman Sachs|JPMorgan|Morgan Stanley|BlackRock|
  Deloitte|KPMG|McKinsey|Greenpeace|Oxfam|Amnesty|Amnesty International|Human Rights Watch|Red Cross|Médecins Sans Frontières|Doctors Without Borders|Sinn Fein|Sinn Féin|Fine Gael|Fianna Fail|Fianna Fáil|Labour|Plaid Cymru|Fidesz|Syriza|Podemos|Vox|Smer|Brothers of Italy|Rassemblement National|
  National Rally|Alternative für Deutschland|CDU|SPD|U.N.|UN|NATO|OSCE|OECD|IMF|WTO|ECB|IAEA|UNHCR|UNICEF|UNESCO|UNRWA|UNDP|ICRC|ASEAN|Asean|OPEC|ECOWAS|Ecowas|APEC|Mercosur|World Bank|Federal Reserve|Fed|Bundesbank|Pentagon|FBI|CIA|NSA|FSB|KGB|Shin Bet|Scotland Yard|PLO|PKK|IRA|ANC|
  Itar-Tass|RIA Novosti|Kyodo|Yonhap|Tanjug|Bernama|Antara|AFP|KCNA|IRNA|ISNA|ANSA|Ansa|DPA|Le Monde|Le Figaro|Le Parisien|Les Echos|Libération|Die Welt|Die Zeit|Der Spiegel|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Handelsblatt|Neue Zürcher Zeitung|Corriere della Sera|La Repubblica|La Stampa|
  El País|El Pais|El Mundo|Haaretz|Maariv|Yedioth Ahronoth|Al-Ahram|Al-Hayat|Asharq al-Awsat|Izvestia|Izvestiya|Kommersant|Nezavisimaya Gazeta|Novaya Gazeta|Asahi Shimbun|Yomiuri Shimbun|Hürriyet|Hurriyet|Milliyet|Cumhuriyet|Gazeta Wyborcza|Rzeczpospolita|De Telegraaf|De Standaard|Le Soir|Dagens Nyheter|Aftenposten|
  European Union|United Nations|League of Nations|Arab League|African Union|Commonwealth|Holy See|Vatican`
    .replaceAll('\n', '')
    .split('|')
    .map((name) => name.trim()),
);

/** Capitals that name no organisation. */
export const noOrganisation: ReadonlySet<string> = new Set(
  `US UK USA UAE USSR DRC TV CEO CFO CIO CIOs COO CTO PM MP MPs MEP MEPs GDP AI IT PR HR ID GMT BST CET CEST EST EDT PST UTC AM OK VC NYC LA DC VIP WWI WWII II III IV VI VII VIII IX XI XIV XVI AD BC CCTV DNA PhD MBA LGBT LGBTQ LGBTI
  NGO NGOs POW POWs WMD WMDs IED IEDs UAV UAVs VAT IPO ICBM ICBMs GPS SMS URL FAQ RSS PDF CV QC KC JR SR MD DJ HIV AIDS COVID SARS CIA-backed A I PTSD Q&A ATM BBQ DIY SOS FYI CEOs TVs PMs EV EVs FPV FPVs SLBM IRBM MRBM SRBM DMZ EW SIM VPN VPNs NOW MLRS LNG GPU CPU CT UHF VBIED VBIEDs CAPTCHA HD FM LED ETA TBD RIP UN-backed US-backed`.split(
    /\s+/,
  ),
);

/** Common nouns that with a country or leader before them stand for a government: "the US government", "the Trump administration". */
export const governmentNouns: ReadonlySet<string> = new Set(
  'government administration military army parliament ministry cabinet presidency embassy delegation police regime opposition forces authorities'.split(
    ' ',
  ),
);
