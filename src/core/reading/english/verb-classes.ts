/** What verbs and nouns of saying and thinking tell of their subject, by the beginnings of their forms. */
const classes: Readonly<Record<string, RegExp>> = {
  thing:
    /^(?:e?mails?|poll(?:s|ing)?|speech|speeches|memos?|letters?|documents?|interviews?|study|studies|surveys?|rally|rallies|votes?|positions?|issues?|points|reviews?|messages?|remarks|comments?|appeals?|reports|transcripts?|tweets?|like|reactions?|advice|ideas?|rhetoric|rumou?rs?|disclosures?|requests?|endorsements?|attacks?)$/,
  say: /^(?:sa[iy]|tell|told|warn|insist|add|assert|stat|announc|argu|den[iy]|claim|tweet|wr[io]|repl|respon|ask|declar|explain|not[ei]|predict|suggest|emphas|stress|maintain|conten|alleg|caution|remark|admit|acknowledg|conced|complain|reveal|confirm|describ|reiterat|conclud|testif)/,
  think:
    /^(?:think|thought|believ|know|knew|feel|felt|hop|fear|want|expect|wish|wonder|doubt|suspect|assum|consider|understand|understood|see|saw|view|regard|realis|realiz|remember|imagin|decid|determin|learn|worr|concern|confident|convinced|aware|sure)/,
  plan: /^(?:plan|seek|sought|aim|intend|vow|pledg|promis|refus|agree|offer|propos|threat|desir|decision|demand|request|urg|call|order|attempt)/,
  judge:
    /^(?:support|oppos|endors|back|criti|accus|prais|attack|condemn|denounc|reject|blam|defend|dismiss|welcom|favo|approv|prefer|like|mock|slam|blast|rip|thank|applaud)/,
  show: /^(?:show|indicat|reflect|find|found|prov|demonstrat|suggest|signal|poll|survey|stud|report|evidence|document|memo|email|letter)/,
  voice:
    /^(?:declin|cit|point|express|voic|decr|rail|echo|repeat|boast|tout|portray|highlight|clarif|recall|apolog|recommend|assur|impl|advoca|plead|embrac|unveil|publish|character|depict|brag|lament|label|hail|made|estimat|forecast|identif|hint|insinuat|advis|encourag|persuad|jok|quip|affirm|observ|speculat)/,
  talk: /^(?:talk|spoke|speak|discuss|interview|speech|comment|mention|address|question|conversation|meeting|statement|remark|message|refer)/,
};

/** The class of a cue, or `act` for what somebody does with or about words. */
export function cueClass(word: string): string {
  const lower = word.toLowerCase();
  return Object.entries(classes).find(([, pattern]) => pattern.test(lower))?.[0] ?? 'act';
}
