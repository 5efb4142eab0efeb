/** Abbreviations that never end a sentence even in lower case. */
export const neverEnd: ReadonlySet<string> = new Set('vs v e.g i.e cf no nos pp fig ca approx al'.split(' '));

/** Words that begin sentences far more often than they go on after "U.S." or "Inc.". */
export const openers =
  'The|A|An|In|On|At|But|And|He|She|It|They|We|I|His|Her|Their|Its|This|That|These|Those|There|If|When|While|After|Before|As|For|Since|Some|Many|Most|Both|No|Not|Now|Then|However|Meanwhile|Also|With|By|From|To|Who|What|Why|How|Yet|So|Still|Last|Earlier|Later|According|Despite|Although|Because|Under|Mr|Mrs|Ms|Dr';

/** How what was cried or asked goes on: “Why?” Smith asked. */
export const cried =
  'said|says|asked|asks|told|tells|wrote|added|replied|answered|shouted|cried|yelled|exclaimed|called|demanded|insisted|joked|quipped|warned|roared|screamed|snapped|declared|wondered|recalled|thundered|retorted|responded|tweeted|posted|repeated|urged|explained|laughed|continued|remarked|begged|pleaded|muttered|grumbled|sighed|chanted|read';

/** Ends of names of sites, which a stop without a space may stand before: "Booking.Com". */
export const siteEndings = 'Com|Org|Net|Co|Io|Ai|Gov|Edu|Tv|Js|Eu|Uk|De|Info|App';

/** Words before the number of a day or of one in a row in languages that write it with a stop: "am 18. Februar". */
export const beforeOrdinals: ReadonlySet<string> = new Set(
  'am der die das den dem des im vom zum zur beim ins seit bis ab ein eine einen einem einer eines kein keine jeder jede jedes sein seine ihr ihre dieser diese dieses deutsche deutschen'.split(
    ' ',
  ),
);
