import { stem } from '../words/stem.ts';

const pairs = `first last,more less,most least,many few,increase decrease,rise fall,grow shrink,high low,long short,large small,big small,
  early late,before after,north south,northern southern,east west,eastern western,northeast southwest,left right,win lose,winner loser,
  accept reject,accept refuse,agree disagree,agree refuse,allow forbid,allow ban,permit forbid,support oppose,support reject,
  approve reject,buy sell,ally enemy,friend enemy,always never,maximum minimum,male female,man woman,boy girl,king queen,import export,
  internal external,inside outside,inner outer,upper lower,top bottom,start end,begin end,begin finish,start stop,open close,
  public private,rich poor,strong weak,hot cold,warm cool,light dark,light heavy,hard soft,easy difficult,simple complex,good bad,positive negative,
  success failure,succeed fail,attack defend,create destroy,build destroy,gain lose,strengthen weaken,major minor,majority minority,
  modern ancient,new old,young old,oldest youngest,best worst,true false,common rare,urban rural,war peace,victory defeat,enter leave,
  arrive leave,join leave,appear disappear,legal illegal,formal informal,direct indirect,dependent independent,active passive,
  encourage discourage,include exclude,remember forget,raise lower,push pull,deploy withdraw,impose lift,confirm deny,dry wet,fast slow,
  deep shallow,wide narrow,thick thin,full empty,near far,day night,summer winter,parent child,teacher student,husband wife,north west,south east,
  east north,west south,primary secondary,advantage disadvantage,biggest smallest,largest smallest,highest lowest,longest shortest,
  demand supply,past future,past present,fill empty,expand contract,expand shrink,gather spread,deposit withdraw,manage fail,
  pass fail,attend miss,profit loss,admit deny,admit exclude,avoid confront,follow precede,succeed precede,hide show,absolute relative,
  following preceding,even odd,foreign native,foreign domestic,joint separate,birth death,despair hope,defense offense,defensive offensive,
  improve worsen,improvement decline,decrease rise,increase fall,increase decline,rise decline,grow decline,boil freeze,
  divide multiply,divide unite,float sink,actual potential,backward forward,conscious unconscious,local national,national international,
  gross net,junior senior,single double,single multiple,above below,upward downward,advance retreat,competition cooperation,
  defense prosecution,absence presence,absent present,inferior superior,specific general,tragedy comedy,pleasure pain,love hate,
  joy sorrow,friendly hostile,amateur professional,father mother,brother sister,son daughter,uncle aunt,nephew niece,attract repel,
  cash credit,maximize minimize,flatten sharpen,thicken thin,attach detach,borrow lend,lender borrower,hire fire,hire dismiss,differ equal,
  different same,different similar,similarity difference,absorb emit,absorb release,abstract concrete,alive dead,
  central peripheral,central outer,distant close,exterior interior,civilian military,civil military,guilty innocent,artificial natural,
  mental physical,dangerous safe,danger safety,accelerate decelerate,scarce abundant,abundance scarcity,asset liability,
  ability inability,optimism pessimism,capitalist socialist,adult child,adult juvenile,ancestor descendant,employer employee,surplus deficit,
  former latter,poverty wealth,deprive enrich,harden soften,darken brighten,lengthen shorten,simplify complicate,simplicity complexity,
  enable disable,foreground background,add subtract,add remove,upgrade downgrade,prove disprove,overestimate underestimate,persuade dissuade,
  praise criticize,acquit convict,ascend descend,enter exit,entrance exit,converge diverge,promote demote,abolish establish,survive perish,
  ignite extinguish,active dormant,acute chronic,preceding subsequent,anterior posterior,multilateral unilateral,collective individual,
  constructive destructive,explicit implicit,theoretical practical,cheap expensive,gradual sudden,homogeneous heterogeneous,
  horizontal vertical,incoming outgoing,segregated integrated,minimal maximal,exclusive inclusive,qualitative quantitative,
  solid liquid,temporary permanent,temporarily permanently,upstream downstream,voluntary compulsory,optional mandatory,
  optional compulsory,optional required,frequent rare,often rarely,often seldom,usually rarely,partly wholly,quickly slowly,quick slow,
  onshore offshore,indoor outdoor,tall short,taller shorter,older younger,stronger weaker,larger smaller,bigger smaller,higher lower,
  longer shorter,earlier later,greater lesser,fewer more,fewest most,better worse,wealthy poor,cheaper costlier,nearest farthest,
  closest farthest,shallowest deepest,coldest hottest,oldest newest,earliest latest,strongest weakest,hottest coolest,backed opposed,
  oppose favor,support criticize,attack defence,ban permit,prohibit allow,prohibit permit,prevent allow,prevent cause,guilt innocence,
  legalize ban,win defeat,victorious defeated,conquer lose,keep lose,keep abandon,recall forget,victim perpetrator,
  supporter opponent,advocate opponent,proponent opponent,proponent critic,creditor debtor,seller buyer,producer consumer,host guest,
  offensive defence,aggressor victim,emigrate immigrate,emigration immigration,rural metropolitan,flexible rigid,innate adaptive,known unknown,
  ordinary extraordinary,ordinary special,unusual common,typical rare,dominant recessive,eastward westward,northward southward,northeastern southwestern,
  northwestern southeastern,northwest southeast,northern western,northern eastern,southern western,southern eastern,dusk dawn,
  morning evening,sunrise sunset,autumn spring,elected appointed,liberal conservative,clockwise counterclockwise`;

const opposites = new Map<string, Set<string>>();
for (const pair of pairs.split(',')) {
  const [one = '', other = ''] = pair.trim().split(' ').map(stem);
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const known = opposites.get(from) ?? new Set<string>();
    opposites.set(from, known.add(to));
  }
}

const prefixes = ['un', 'in', 'im', 'dis', 'non', 'ir', 'il', 'mis', 'anti'];

/** The terms that are a term's opposite: "last" for "first", "unable" for "able". */
export function oppositesOf(term: string): string[] {
  const bare = prefixes.flatMap((prefix) =>
    term.startsWith(prefix) && term.length - prefix.length > 3 ? [term.slice(prefix.length)] : [],
  );
  return [...(opposites.get(term) ?? []), ...prefixes.map((prefix) => prefix + term), ...bare];
}
