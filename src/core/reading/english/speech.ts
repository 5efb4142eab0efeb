/** Verbs that make what a sentence tells a statement of its subject, in all the forms that news uses. */
const stems = `say:says,said,saying tell:tells,told,telling warn:warns,warned,warning insist:insists,insisted,insisting add:adds,added,adding assert:asserts,asserted,asserting
emphasise:emphasises,emphasised,emphasising emphasize:emphasizes,emphasized,emphasizing stress:stresses,stressed,stressing highlight:highlights,highlighted,highlighting underline:underlines,underlined,underlining
underscore:underscores,underscored,underscoring state:states,stated,stating urge:urges,urged,urging announce:announces,announced,announcing argue:argues,argued,arguing deny:denies,denied,denying claim:claims,claimed,claiming
express:expresses,expressed,expressing indicate:indicates,indicated,indicating tweet:tweets,tweeted,tweeting write:writes,wrote reply:replies,replied,replying respond:responds,responded,responding ask:asks,asked,asking
declare:declares,declared,declaring explain:explains,explained,explaining note:notes,noted,noting predict:predicts,predicted,predicting promise:promises,promised,promising vow:vows,vowed,vowing pledge:pledges,pledged,pledging
suggest:suggests,suggested,suggesting propose:proposes,proposed,proposing demand:demands,demanded,demanding accuse:accuses,accused,accusing condemn:condemns,condemned,condemning criticise:criticises,criticised,criticising
criticize:criticizes,criticized,criticizing praise:praises,praised,praising reject:rejects,rejected,rejecting confirm:confirms,confirmed,confirming admit:admits,admitted,admitting acknowledge:acknowledges,acknowledged,acknowledging
concede:concedes,conceded,conceding complain:complains,complained,complaining recall:recalls,recalled,recalling reveal:reveals,revealed,revealing report:reports,reported,reporting describe:describes,described,describing
call:calls,called,calling believe:believes,believed,believing think:thinks,thought hope:hopes,hoped,hoping fear:fears,feared expect:expects,expected want:wants,wanted maintain:maintains,maintained contend:contends,contended
allege:alleges,alleged,alleging assure:assures,assured,assuring caution:cautions,cautioned,cautioning remark:remarks,remarked comment:comments,commented observe:observes,observed joke:jokes,joked quip:quips,quipped
testify:testifies,testified threaten:threatens,threatened,threatening reiterate:reiterates,reiterated,reiterating repeat:repeats,repeated voice:voices,voiced,voicing advocate:advocates,advocated,advocating
estimate:estimates,estimated conclude:concludes,concluded agree:agrees,agreed disagree:disagrees,disagreed question:questions,questioned dismiss:dismisses,dismissed,dismissing
signal:signals,signalled,signaled,signalling recommend:recommends,recommended oppose:opposes,opposed support:supports,supported welcome:welcomes,welcomed,welcoming appeal:appeals,appealed,appealing
continue:continues,continued remember:remembered,remembers quote:quoted boast:boasts,boasted lament:laments,lamented mock:mocks,mocked ridicule:ridiculed blame:blames,blamed,blaming defend:defends,defended speculate:speculates,speculated wonder:wonders,wondered
answer:answers,answered,answering clarify:clarifies,clarified affirm:affirms,affirmed,affirming reaffirm:reaffirms,reaffirmed,reaffirming point:pointed,points cite:cites,cited,citing refuse:refuses,refused`;

/** Each form of a speech verb. */
export const speechVerbs: ReadonlySet<string> = new Set(
  stems.split(/\s+/).flatMap((entry) => entry.split(':')[1]?.split(',') ?? []),
);

/** Bare forms ("officials say"), which are verbs only behind a plural, a pronoun or an auxiliary. */
export const speechBases: ReadonlySet<string> = new Set(stems.split(/\s+/).map((entry) => entry.split(':')[0] ?? ''));

/** Forms that are statements only with what belongs to them: "called for", "made it clear", "pointed out", "wants". */
const needsParticle: Readonly<Record<string, readonly string[]>> = {
  call: ['for', 'on', 'it', 'the', 'him', 'her', 'them', 'a', 'an', 'his', 'their'],
  point: ['out', 'to'],
  support: [],
  agree: ['that', 'with'],
  report: [
    'that',
    ',',
    '.',
    'on',
    'in',
    'last',
    'this',
    'earlier',
    'Sunday',
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
  ],
  repeat: ['that', 'his', 'her'],
  continue: [],
  remember: [],
  question: ['whether', 'the', 'why', 'how'],
  expect: ['that'],
  answer: ['that', ','],
  state: ['that', ',', 'he', 'she', 'they', 'it'],
  conclude: ['that', ','],
  note: ['that', ',', 'the', '.'],
  estimate: ['that'],
  indicate: ['that', 'it', 'he', 'she', 'they', 'a'],
  signal: ['that', 'it', 'he', 'she', 'a', 'his', 'her'],
};

const particlesByForm = new Map(
  stems.split(/\s+/).flatMap((entry) => {
    const [stem, forms] = entry.split(':');
    const particles = needsParticle[stem ?? ''];
    return particles === undefined
      ? []
      : [stem ?? '', ...(forms?.split(',') ?? [])].map((form) => [form, particles] as const);
  }),
);

/** Whether this form, a bare one included, makes a statement when this word follows. */
export function isSpeechCue(form: string, next: string): boolean {
  if (!speechVerbs.has(form) && !speechBases.has(form)) return false;
  const particles = particlesByForm.get(form);
  return particles === undefined || particles.includes(next);
}

/** Phrases of several words that make a statement. */
export const speechPhrases: readonly RegExp[] = [
  /\bmade (?:it )?clear\b/g,
  /\bmakes (?:it )?clear\b/g,
  /\bmade (?:this|that|the|a|his|her) (?:statement|comment|comments|remark|remarks|announcement|pledge|promise|appeal)\b/g,
  /\bruled out\b/g,
  /\bspelled out\b/g,
  /\bset out (?:his|her|their|its)\b/g,
];

/** Forms that follow a quotation with the speaker behind them: “…,” said the minister. */
export const saidForms: ReadonlySet<string> = new Set(
  'said says told added wrote warned asked replied insisted explained declared tweeted recalled argued stated noted claimed announced remarked joked admitted continued concluded'.split(
    ' ',
  ),
);
