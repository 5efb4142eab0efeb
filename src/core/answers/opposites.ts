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
  east north,west south,primary secondary,advantage disadvantage,biggest smallest,largest smallest,highest lowest,longest shortest`;

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
