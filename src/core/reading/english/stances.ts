/**
 * Verbs by which somebody thinks, feels, plans, shows or does something with words, but which are no report of what was
 * said. They make an attribution ("voters fear that …"); what the product shows as a statement needs a verb of saying.
 */
const verbs = `abandon accept advise advocate agree aim allow announce anticipate apologise apologize applaud apply approve assail assert assess assume attack attribute balk ban beg bemoan berate bet blast block brand bristle call cast celebrate champion chant characterise characterize chide choose chronicle clarify claim commit compete conceive concern confess confide confront consider contemplate contradict convince count credit declare decline decry deem defer delight demonstrate denounce depict deride describe desire detail determine disclose discover discuss disapprove disavow dispute distance document doubt downplay dream echo embrace encourage endorse envision establish estimate evidence examine exclaim explore fault favor favour forecast foresee forgive frame gauge guarantee guess hail hint identify imply indicate infer inform insinuate insult intend interpret interview judge label lambast lambaste lash lay measure mention mistake mobilise mobilize mull object offer opine oppose order outline overlook pan perceive persuade picture pitch plead poll ponder portray prefer presume probe proclaim project prompt prove publicise publicize publish pursue rail rank realise realize rebuff rebuke recognise recognize reconsider refer reflect regard regret rely remember remind renounce request resist resolve rip sanction seek shout show signal slam sound spark specify spurn stand strive study sue surmise suspect swear talk target taunt tease tend testify thank theorise theorize think tout treat trust unveil uphold vent view vouch weigh whisper wish worry writhe yell`;

/** Nouns that name what somebody says or thinks: "a claim that", "the poll", "criticism of". */
const nouns = `accusation acknowledgement admission advice allegation analysis announcement anxiety appeal argument assertion assessment assurance attitude attack belief call claim comment complaint conclusion concern confession confidence conviction criticism critique decision declaration demand denial desire disclosure doubt endorsement estimate evidence expectation explanation fear finding forecast guidance hint hope idea impression indication insistence intention interview invitation judgment judgement letter memo message notion objection offer opinion opposition order outrage perception plan plea pledge poll position praise prediction promise proposal prospect question quote reaction rebuke recommendation report request response review rhetoric rumour rumor sentiment signal skepticism scepticism speculation speech stance statement study suggestion support survey suspicion testimony theory thought threat transcript tweet understanding view vow warning wish worry like vote email issue point rally seem appear release feel learn hear`;

/** Nouns whose forms are verbs too: the words around say which. */
const both = `appeal attack call claim comment demand desire doubt estimate fear forecast hint hope like offer order plan pledge poll praise promise prospect question quote report request review signal support survey threat tweet view vote vow warn warning wish worry decide`;

/** States of mind: "confident that", "convinced". */
const adjectives = `afraid aware certain concerned confident convinced critical determined disappointed eager frustrated furious hopeful
optimistic outspoken pessimistic proud reluctant sceptical skeptical sure surprised unaware unconvinced unhappy unlikely unsure upset wary willing worried uncertain keen glad angry proud opposed supportive interested`;

/** Words that tell that somebody says or thinks it, but never who. */
const hearsay = `alleged reported supposed apparent known seen heard meant seemed appeared`;

const irregular = `found finds finding felt feels feeling heard hears knows knowing learned learns learning planned planning hoped hoping feared fearing seeks plans decided decides decide know hear find feel learn thought knew saw sought spoke swore sworn taught understood chose chosen foresaw proved shown told wrote written`;

const words = (list: string): string[] => list.split(/\s+/);

function forms(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb) ? verb + (verb.at(-1) ?? '') : stem;
  const plain = verb.endsWith('y') && !/[aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : stem;
  return [verb, `${verb}s`, `${plain}es`, `${plain}ed`, `${doubled}ed`, `${doubled}ing`, `${stem}ing`, `${verb}ing`];
}

const plurals = (noun: string): string[] => [noun, `${noun}s`, noun.replace(/y$/, 'ies')];

/** Forms that are nouns as well, and mostly are. */
const nounForms: ReadonlySet<string> = new Set(words(nouns).flatMap(plurals));

/** Forms of verbs of thinking, feeling, planning and showing. */
export const stanceVerbs: ReadonlySet<string> = new Set(
  [...words(verbs).flatMap(forms), ...words(irregular)].filter((form) => !nounForms.has(form)),
);

/** Nouns that tell of what somebody says or thinks, but not whose it is. */
export const stanceNouns: ReadonlySet<string> = new Set([...nounForms, ...words(hearsay)]);

/** "confident", "wary": with a form of "be" before them they are as good as verbs. */
export const stanceAdjectives: ReadonlySet<string> = new Set(words(adjectives));

/** Nouns that are verbs as well: "voters fear that", "plans to". */
export const nounsOrVerbs: ReadonlySet<string> = new Set(words(both).flatMap(plurals));
