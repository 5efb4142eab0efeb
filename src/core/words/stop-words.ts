/** Words that carry no content: they neither find nor support an answer. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also although am among an and any are as at be because been before being below between both
  but by can cannot could did do does doing done down during each either else ever every few for from further had has have
  having he hence her here hers herself him himself his how however i if in into is it its itself just let like may me might
  more most much must my myself neither no nor not of off on once only onto or other others our ours out over own per please
  rather s same shall she should since so some such t than that the their theirs them themselves then there therefore these
  they this those though through thus to together too toward towards under until up upon us very via was we were what
  whatever when where whereas whether which while who whoever whom whose why will with within without would yes yet you
  your yours`.split(/\s+/),
);

/** Words that questions are built with and articles seldom repeat: finding them says little, missing them says less. */
export const lightWords: ReadonlySet<string> = new Set(
  `according actually article articles become call called cause come considering describe described detail details exactly
  example feature find found get give given go happen happened happening held hold identify information involve know known
  made main make mean mention mentioned name named occur occurred one part piece place possible question refer referred
  refers report reported reports say said says see seem seen show sort something somebody someone kind take taken tell told
  thing things think thought time times try tried turn type types use used using want wanted way ways word work year years
  people person individual many much based discuss discussed discussing news latest recent recently currently current now
  new number amount percentage day date month`.split(/\s+/),
);
