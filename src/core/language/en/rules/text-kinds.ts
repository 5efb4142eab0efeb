import type { Rule } from '../../rule.ts';
import { day, month, outletWords, picture, pictures, weekday } from '../lists/page-words.ts';

/** What a line or sentence of a page is when it is none of the article's own. */
export type Furniture = 'notice' | 'caption' | 'stamp' | 'teaser' | 'boilerplate';

const work = '(?:article|story|report|piece|headline|post|version|page|item|dispatch)';
const sideOf = '(?:left|right|cent(?:re|er)|L|R|C)';
/** A capitalised name and the letters after it. */
const name = String.raw`\p{Lu}[\p{L}’'-]+`;

/** The publisher's word on the article itself, which may repeat what was wrong. */
const notices: readonly Rule<'notice'>[] = [
  {
    id: 'notice.headed',
    match: /^\W*(?:corrections?(?: and clarifications?)?|clarification|editor['’]?s['’]? note)\s*(?:[:–—(]|-\s)/iu,
    gives: 'notice',
    because: 'It is headed as a correction.',
    yes: ['Correction: An earlier version named the wrong town.', 'Editor’s note: The headline was changed.'],
    no: ['Correction officers went on strike on Monday.'],
  },
  {
    id: 'notice.version',
    needs: [
      'version',
      'versions',
      'headline',
      'headlines',
      'amended',
      'corrected',
      'updated',
      'clarified',
      'edited',
      'changed',
      'revised',
    ],
    match: new RegExp(
      String.raw`\b(?:earlier|previous|original) (?:version|headline)s? (?:of|on|to) (?:this|the) ${work}\b|\bthis ${work} (?:was|has been|is being) (?:\w+ )?(?:amended|corrected|updated|clarified|edited|changed|revised)\b`,
      'iu',
    ),
    gives: 'notice',
    because: 'It speaks of another version of the article.',
    yes: ['This article was amended on 18 February 2025.', 'A previous version of this story misspelled a name.'],
    no: ['The minister said that this report was wrong.'],
  },
];

const captions: readonly Rule<'caption'>[] = [
  {
    id: 'caption.in-this-picture',
    needs: [...pictures],
    match: new RegExp(
      String.raw`^[^“”"]*(?:\bin (?:this|an? (?:undated|handout|still|file)) (?:(?!the |an? )[\p{L}-]+ ){0,2}${picture}\b|\bin an? (?:${picture}|still) (?:taken )?(?:from|released by|provided by)\b|\b(?:file|archive|handout|undated) ${picture}\b)`,
      'iu',
    ),
    gives: 'caption',
    because: 'It speaks of the picture that it stands under.',
    yes: [
      'Rescuers search the river in this image taken from video.',
      'The bridge at Borby in a still from a film of the coast guard.',
      'Ada Holm at a rally in May. File photo',
    ],
    no: ['The police published a photo of the man on Monday.', 'In this case the picture is less clear.'],
  },
  {
    id: 'caption.side',
    needs: [
      'left',
      'right',
      'center',
      'centre',
      'l',
      'r',
      'c',
      'clockwise',
      'pictured',
      'seen',
      'above',
      'top',
      'bottom',
    ],
    match: new RegExp(
      String.raw`${name}(?:,? \(${sideOf}\)|, (?:second from |far )?(?:left|right|cent(?:re|er)),)|\bfrom left(?: to right)?[:,]|^(?:Clockwise from|Pictured|Seen here)\b|^(?:Above|Top|Bottom)(?: row)?(?: left| right)?:`,
      'u',
    ),
    gives: 'caption',
    because: 'It says where in the picture somebody is.',
    yes: ['Ada Holm, left, greets Olaf Berg in Nordby.', 'Olaf Berg (R) and Ada Holm (L) at the pier.'],
    no: ['The party of the left, led by Ada Holm, walked out.', 'The ship turned left, then right, and sank.'],
  },
  {
    id: 'caption.numbered',
    match: /^\d{1,3} (?:of|\/) \d{1,3}\s*(?:\||–|—|-|:)/u,
    gives: 'caption',
    because: 'It numbers the pictures of a gallery.',
    yes: ['3 of 9 | A tractor blocks the road to Lunt.'],
    no: ['3 of 9 ministers resigned on Monday.'],
  },
  {
    id: 'caption.labelled',
    match: new RegExp(
      String.raw`^\W*(?:${picture}|graphic|map|video|illustration)s?(?: (?:by|credits?|courtesy(?: of)?)\b|:)|^\W*(?:image|photo|picture) (?:caption|source)\b`,
      'iu',
    ),
    gives: 'caption',
    because: 'It is labelled as belonging to a picture.',
    yes: ['Photo: Harbour police', 'Image credit: Nils Dam', 'Video by the coast guard'],
    no: ['Photographs of the pier were shown in court.', 'Maps of the delta were wrong, the court found.'],
  },
  {
    id: 'caption.dated',
    match: new RegExp(
      String.raw`^(?!.*(?:\b(?:was|were|had|has|have|will|would|said|did)\b|[“”"]))\p{Lu}.*(?<!\b(?:on|from|to|through|until|by|before|since) \p{L}+day),\s(?:${weekday},?\s)?(?:${month}\s${day}|${day}\s${month}),?\s\d{4}\.?\W*$`,
      'u',
    ),
    gives: 'caption',
    because: 'It tells in the present what was on a whole date at its end.',
    yes: ['Mayor Ada Bruun opens a school for nurses, in Nordby, April 26, 2025.'],
    no: [
      'Mayor Ada Bruun was born in Nordby, April 26, 1960.',
      'The court ruled on 3 March 2025.',
      'The pier has been shut since Monday, April 28, 2025.',
    ],
  },
];

/** A date, an hour, a byline and the words between them, and nothing else. */
const stampPart = String.raw`(?:${weekday}|${month}|\d{1,4}(?:[.:/-]\d{1,4})*(?:st|nd|rd|th)?|[ap]\.?m\.?|AM|PM|(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{1,2}[SD]?T|(?:first |last )?(?:published|updated|posted|modified|edited|filed)(?: (?:on|at))?|at|on|hrs?|o['’]clock|min(?:ute)?s?|hours?|ago|read)`;

export const stampRules: readonly Rule<'stamp'>[] = [
  {
    id: 'stamp.date-and-hour',
    match: new RegExp(String.raw`^(?=.*\d)\W*(?:${stampPart}(?:[\s,.|:•·–—/()-]+|$))+$`, 'iu'),
    gives: 'stamp',
    because: 'It holds a date or an hour and nothing else.',
    yes: ['04.06.2023 21:15', 'July 2, 2024 11:05 AM GMT-03:00', 'Published Mon 3 March 2025, 14:05 | Updated 15:00'],
    no: ['On Monday 26 people were hurt.', '2022 was worse.', 'May', 'Sun at last.'],
  },
];

const teasers: readonly Rule<'teaser'>[] = [
  {
    id: 'teaser.labelled',
    match:
      /^\W*(?:(?:also |must |further )?read(?: more| also| next| on|ing list)?|see also|related(?: stor(?:y|ies)| articles?)?|more on this(?: story)?|(?:watch|listen)(?: (?:live|now|here|again))?|recommended(?: for you)?|trending(?: now)?|most read|up next|don['’]t miss|in case you missed it|live updates?|exclusive|explainer|opinion)\s*[:|»›>–—]/iu,
    gives: 'teaser',
    because: 'It is labelled as the way to another piece.',
    yes: [
      'Read more: Why the pier broke and who pays for it.',
      'Watch: The flood from above.',
      'RELATED STORY | The pier',
    ],
    no: ['Read the minister’s letter aloud, she told them.', 'Watch dogs found the boy on Monday.'],
  },
  {
    id: 'teaser.order',
    match:
      /^\W*(?:(?:sign up|subscribe|follow|join|download|listen|tune in|click|tap|scroll|swipe|share|get)\s.{0,60}\b(?:newsletters?|inbox|here|app|alerts?|podcasts?|channels?|updates|on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|bluesky|linkedin|reddit))\b|click (?:here|to)\b|skip (?:to|past)\b|read (?:more|the full (?:story|article))\b)/iu,
    gives: 'teaser',
    because: 'It tells the reader where to press.',
    yes: [
      'Sign up to our tide newsletter for the best of the coast.',
      'Click to share on X (Opens in new window)',
      'Follow us on Telegram.',
    ],
    no: ['Follow-up talks will be held here on Friday.', 'Share prices fell by a tenth.'],
  },
];

const boilerplate: readonly Rule<'boilerplate'>[] = [
  {
    id: 'boilerplate.syndicated',
    needs: [
      'appeared',
      'originally',
      'republished',
      'syndicated',
      'produced',
      'adapted',
      'contributed',
      'reporting',
      'writing',
      'editing',
    ],
    match:
      /\bappeared first on\b|\boriginally (?:appeared|published|ran) (?:in|on|by|at)\b|\bthis (?:article|story|piece|post) (?:is|was) (?:republished|syndicated|produced|adapted)\b|\bcontributed to (?:this|the) (?:report|story|article)\b|^\W*(?:additional )?(?:reporting|writing|editing) by \p{Lu}/iu,
    gives: 'boilerplate',
    because: 'It says where the text is from or who worked on it.',
    yes: [
      'Growers march appeared first on Valley News.',
      'Nils Dam contributed to this report.',
      'Reporting by Ada Holm; editing by Olaf Berg',
    ],
    no: ['The claim appeared in the report on Monday.', 'She contributed 3,000 crowns to the fund.'],
  },
  {
    id: 'boilerplate.rights',
    needs: [
      'reserved',
      'published',
      'reproduced',
      'broadcast',
      'redistributed',
      'copyright',
      'terms',
      'privacy',
      'cookies',
      'external',
    ],
    match:
      /\ball rights reserved\b|\bmay not be (?:published|reproduced|broadcast|redistributed)\b|^\W*(?:copyright\s*(?:©|\(c\)|\d{4}|$)|©)|\b(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)) apply\b|\b(?:our|see|agree(?:ing)? to)\b.{0,40}\b(?:terms of (?:use|service)|privacy (?:policy|notice))\b|\b(?:we|site|accept|manage|reject)\b.{0,10}\b(?:use )?(?:all )?cookies\b|\bnot responsible for the content of external\b/iu,
    gives: 'boilerplate',
    because: 'It states rights or terms of the site.',
    yes: ['Copyright 2025 The Courier. All rights reserved.', 'We use cookies to make this site better.'],
    no: ['The copyright law was passed on Monday.', 'He ate cookies with the guards.'],
  },
  {
    id: 'boilerplate.subscription',
    needs: [
      'reading',
      'subscriber',
      'member',
      'subscribe',
      'sign',
      'log',
      'register',
      'newsletter',
      'newsletters',
      'inbox',
      'account',
      'journalism',
    ],
    match:
      /\b(?:continue|keep|finish) reading\b|\b(?:already|not yet) a (?:subscriber|member)\b|\b(?:subscribe|sign up|log in|sign in|register)\b.{0,40}\b(?:now|today|for (?:just|only|free|as little)|to (?:read|continue reading|comment))\b|\b(?:our|free|daily|weekly|morning|evening) (?:\p{L}+ ){0,2}newsletters?\b|\b(?:to|in) your inbox\b|\bcreate (?:an|a free) account\b|\bsupport (?:our|independent) journalism\b/iu,
    gives: 'boilerplate',
    because: 'It offers a subscription or a newsletter.',
    yes: ['Keep reading for only 2 crowns a month.', 'The best of the coast, in your inbox every day.'],
    no: ['The paper lost subscribers in 2024.', 'They registered to vote on Monday.'],
  },
  {
    id: 'boilerplate.contact',
    match:
      /\w@[\w-]+\.\p{L}{2,}|^\W*(?:do you have|got|have you got) (?:a|any|more)\b.{0,60}\?|\b(?:e-?mail|contact|write to|get in touch with|call|text|message|reach) (?:us|our (?:team|newsroom|desk|reporters?|tip line))\b/iu,
    gives: 'boilerplate',
    because: 'It tells how to reach the outlet.',
    yes: [
      'Contact our newsroom for corrections.',
      'Do you have a tip for our reporters?',
      'Ada Holm can be reached at ada@courier.example.',
    ],
    no: ['The union wants to call out its members.', 'Have you ever seen this man?'],
  },
  {
    id: 'boilerplate.comments',
    needs: ['letters', 'comments', 'comment', 'submissions', 'contributions', 'rules', 'guidelines'],
    match:
      /^\W*(?:letters|comments|submissions|contributions)\b.{0,40}\b(?:readers?|editor|moderat\p{L}*|edited|shortened|welcome|closed)\b.{0,80}$|\b(?:in the comments(?: section)? below|our (?:comments? policy|house rules|community guidelines)|post a comment|leave a (?:comment|reply))\b/iu,
    gives: 'boilerplate',
    because: 'It tells readers how they may write in.',
    yes: [
      'Letters to the editor may be shortened.',
      'Comments are moderated and may be edited.',
      'Please keep to our house rules.',
      'Tell us in the comments below.',
    ],
    no: ['Letters from the king were found in the wall.', 'Comments by the minister angered the union.'],
  },
  {
    id: 'boilerplate.to-the-reader',
    needs: ['you', 'your'],
    match: new RegExp(
      String.raw`^(?=[^“”"]*\byour?\b)(?=[^“”"]*(?:\bour (?:${outletWords})\b|\b(?:send|write|e-?mail|post)(?: it)?(?: to)? us\b|\b(?:tell|show) us (?:what|how|where|why|if|your)\b|\b(?:underneath|below|on|in|at) this (?:form|page|site|website|app|article)\b|\b(?:letters|newsletters?|cookies)\b))[^“”"]*$`,
      'iu',
    ),
    gives: 'boilerplate',
    because: 'The outlet speaks to its reader about itself.',
    yes: [
      'What you post to us belongs to our papers and you agree to that.',
      'Tell us what you think of it.',
      'Your name stands under letters that are printed.',
      'You can change that on this page at any time.',
    ],
    no: ['“You send us bread and letters,” the mayor told the king.', 'You could hear the guns from the harbour.'],
  },
];

/** In the order in which they are asked: the first that fires decides. */
export const furnitureRules: readonly Rule<Furniture>[] = [...notices, ...captions, ...teasers, ...boilerplate];
