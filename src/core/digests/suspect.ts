/**
 * Text that talks to machines instead of readers, or is made to look like something else: orders to a language model, roles of
 * a chat, markup, characters that nobody sees. News prose has none of it, so nothing is lost by never putting it into a digest;
 * it stays in the article and can be looked up there.
 */
export function isSuspect(text: string): boolean {
  return [invisible, lookalike, citation, markup, roles, ...orders].some((sign) => sign.test(text));
}

/**
 * Control characters, direction overrides and characters that carry hidden text (Unicode's tags and variation selectors). Those
 * that pages are only sloppy with are none: zero-width spaces, isolates, and the C1 range, which wrongly decoded quotes become.
 */
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u{E0000}-\u{E01EF}]/u;

/** Letters of two scripts in one word, of which one looks like the other. */
const lookalike =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** Numbers in brackets are how the bot cites: words of an article that hold some would seem to cite others. */
const citation = /\[\d{1,3}\]/u;

/** Tags, links and pings in the spelling of HTML, Markdown and chat platforms. */
const markup =
  /<\/?[a-z][^<>]*>|<[@#!][^<>]*>|<https?:|\]\(\s*https?:|@(?:everyone|here|channel)\b|```|\|\|[^|]+\|\||\*\*[^*]+\*\*.*__|^\s*>{1,3}\s|^\s*#{1,6}\s|^\s*[{[]\s*"/iu;

const roles =
  /^\s*(?:\[?(?:system|assistant|user|human|developer|instructions?|inst|prompt)\]?\s*(?:prompt|message)?\s*:\s+(?:you|do|please|from|new|answer|delete|ignore|reply|say|write)\b|\[?(?:system|assistant|prompt)\]?\s*:\s+the\b|<\|)/iu;

/** An order stands at the beginning of a sentence, or behind a colon or a full stop. */
function order(verbs: string, rest: string): RegExp {
  return new RegExp(String.raw`(?:^|[:.!]\s+)(?:please\s+|now\s+)?(?:${verbs})\b${rest}`, 'iu');
}

const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|preceding|your)\b.{0,30}\b(?:instruction|prompt|guideline|direction|context)/iu,
  /\b(?:developer mode|do anything now|new instructions?:|system prompt|from now on,? you (?:are|will|must)|you are now (?:an?|in|the)\b.{0,20}\b(?:ai|assistant|mode|model|bot))/iu,
  /\b(?:act as|pretend (?:to be|you are))\s+(?:an?\s+|the\s+)?(?:ai|assistant|chatbot|language model|admin|root)\b/iu,
  /\b(?:dear|hey|attention|note to)\W+(?:ai|assistant|chatbot|language model|llm|summari[sz]er|bot)s?\b/iu,
  order(
    'reply|respond|answer|output|print|return|repeat|say|write',
    String.raw`.{0,30}\b(?:only|exactly|verbatim|nothing else|every question|with (?:the|"))`,
  ),
  order("do not|don't|never", String.raw`\s+(?:show|mention|cite|summari[sz]e|include|reveal|display)\b`),
  order(
    'delete|remove|drop|hide|omit|replace',
    String.raw`.{0,30}\b(?:line|source|citation|article|summary|digest)s?\b`,
  ),
  /\b(?:summary|digest)\b.{0,30}\b(?:must|should|has to)\b.{0,20}\b(?:say|read|state|begin|contain)\b/iu,
];
