/** Words that begin sentences with a capital and are no part of a name. */
export const openers: ReadonlySet<string> = new Set(
  `The A An In On At By For From To Of With Without Within Under Over Through During Despite Although Though While When Whenever Where Wherever Whether Why How Who Whom Whose What Which That This These Those There Here It Its He His Him She Her Hers They
  Their Them We Our Us You Your I My Me One Two Three Four Five Six Seven Eight Nine Ten Some Many Most Much More Less Few Several Both Either Neither Each Every All Any None No Not Nor Or And But So Yet Still Also Then Than Thus Therefore Hence However Moreover
  Furthermore Meanwhile Nevertheless Nonetheless Instead Otherwise Besides Indeed Perhaps Maybe Surely Certainly Clearly Obviously Apparently Reportedly Allegedly Recently Earlier Later Lately Now Today Yesterday Tomorrow Tonight Once Twice Again Already Always
  Never Often Sometimes Usually Rarely Finally Eventually Initially Firstly Secondly First Second Third Last Next Previously Formerly Currently Since Until Till Before After Because As If Unless Except According Amid Amidst Among Amongst Against Across Around
  Above Below Beneath Behind Beside Between Beyond Inside Outside Into Onto Upon Near Like Unlike Plus Minus Per Via Following Including Regarding Concerning Given Only Just Even Almost Nearly About Approximately Roughly Another Other Others Such Same Too Very
  Yes Please Thank Thanks Sorry Well Oh Ah Hello Hi Dear Let Make Take Get Go Come See Look Read Watch Click Share Follow Sign Subscribe Photo Image Picture Video File Source Credit Getty Advertisement Related Breaking Exclusive Update Updated Analysis Opinion
  Speaking Asked Writing Having Being Seeing Saying Adding Calling Citing Noting Talking Standing Sitting Meeting Facing Leading Acting Former Late Ex New Old Young Big Small Great Good Bad Best Worst Top Senior Junior Chief Deputy Vice Prime Foreign Interior
  Officials Leaders Sources Critics Analysts Experts Ministers Diplomats Lawmakers Residents Witnesses Police Authorities Investigators Prosecutors Troops Soldiers Rebels Militants Protesters Supporters Opponents Voters People Women Men Children Families
  Families Parents Students Workers Doctors Nurses Teachers Farmers Journalists Reporters Media State Government Parliament Congress Talks Peace War Fighting Violence Nothing Nobody Everybody Everyone Everything Somebody Someone Something Anyone Anybody Anything
  Whatever Whoever Correction Note Editor Reporting Additional Writing Editing Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July August September October November December Christmas Easter Ramadan
  Could Would Should Can Will Shall May Might Must Do Does Did Has Have Had Is Are Was Were Be Been Am`.split(/\s+/),
);

export const months: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
export const weekdayNames: readonly string[] = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Small words inside names: "Ursula von der Leyen", "Mohammed bin Salman". */
export const particles: ReadonlySet<string> = new Set(
  'de del della dello degli der den di da das do dos du la le van von vom zu zur ten ter el al bin bint ibn ben abu af av y e'.split(
    ' ',
  ),
);

/** Words after which a name is no subject. */
export const prepositions: ReadonlySet<string> = new Set(
  'of to with for by from in at on against between among about over under towards toward than like after before behind without into through via per as and or alongside near beside including despite amid'.split(
    ' ',
  ),
);
