import type { DomElement } from './dom.ts';

/** Words in a class or id that name a part around the article's text. */
const junkName =
  /(?:^|[\s_-])(?:captions?|credits?|share|sharing|social-(?:share|sharing|media|links|icons|bar|buttons)|sharedaddy|newsletter|related|advert|advertisement|promo|read-?more|wp-caption-text|legend|byline|bio|author-bio|disclaimer|cta|sign-?up)(?=$|[\s_-])/i;

/** A part of this length or more is text, whatever it is called. Characters. */
const longestJunk = 300;

/** A whole line that leads away from the article or asks something of the reader. */
const junkLine = new RegExp(
  `^(?:${[
    'advertisement|anzeige|publicité|publicidad',
    'read more|continue reading(?: the main story)?|read the full (?:story|article)(?: here)?|weiterlesen|lire la suite|leer más',
    'share(?: this)?(?: (?:article|story|page|post))?(?: (?:on|via) [^.]{1,60})?|teilen|partager|compartir',
    '(?:click|tap) here(?: to [^.]{1,60})?|print(?: this)?(?: article| page)?|save(?: this)?(?: article| story)|copy link|link copied!?',
    'follow (?:us|@)[^.]{0,80}|(?:sign up|subscribe)(?: here| now| today)?(?: (?:for|to) [^.]{1,80})?',
    'related(?: (?:articles?|stories|topics|content|coverage))?|more on this story|recommended(?: stories)?|most read|comments?',
    '(?:photo|photograph|picture|image|foto)(?: by| credit)? ?[:|] ?.{1,120}|powered by .{1,40}|order reprints.{0,60}|©.{0,100}all rights reserved',
    '\\d+ min(?:ute)?s? read|listen to (?:this )?article|back to top|skip to (?:main )?content',
  ].join('|')})[.!:…»›→ ]*$`,
  'i',
);

/** A line that names another article after one of these words. */
const pointer =
  /^(?:read (?:more|also|next)|also read|see also|related|more|watch|listen|lesen sie auch|mehr zum thema|(?:à )?lire(?: aussi)?|lee también)\s*[:|–—>»]\s*\S/i;

/** True for a small element whose class or id says that it is a caption, a sharing bar, a newsletter box or the like. */
export function isJunkElement(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return junkName.test(names) && element.textContent.length < longestJunk;
}

/** True for a paragraph that is no part of the article's text. */
export function isJunkParagraph(paragraph: string): boolean {
  if (paragraph.length > 150 || !/[\p{L}\p{N}]/u.test(paragraph)) return paragraph.length <= 150;
  return junkLine.test(paragraph) || pointer.test(paragraph);
}
