import { honorifics, shortTitles } from '../../reading/english/titles.ts';
import { irregularForms } from '../../words/irregular-forms.ts';
import { figure } from '../../words/numbers.ts';
import { americanSpelling } from '../../words/spelling.ts';
import { currencySigns } from './word-lists.ts';

/** A piece of a sentence as the check compares it. */
export interface Piece {
  /** `sign`: any character that is neither a word, a border of clauses nor part of a quotation. */
  readonly kind: 'word' | 'number' | 'quotation' | 'border' | 'sign';
  readonly raw: string;
  /** What is compared: spelling, figures and contractions evened out, without case. */
  readonly form: string;
  readonly capital: boolean;
  /** Begins the sentence, where a capital tells nothing. */
  readonly first: boolean;
}

const quotation =
  /“[^“”]*”|"[^"]*"|(?<![\p{L}\p{N}])‘[^‘]*?’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'[^']*?'(?![\p{L}\p{N}])/u;
const number = /\d+(?:,\d{3})*(?:\.\d+)?(?![\p{L}\p{N}]|[-–]\p{L})/u;
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|\.(?=\p{L}\b)|['’\-‑&/](?=[\p{L}\p{N}]))*/u;
const pattern = new RegExp(`(?:${quotation.source})|(?:${number.source})|(?:${word.source})|\\S`, 'gu');
const borders = new Set([',', ';', ':', '–', '—', '-', '(', ')']);

/** Cuts a sentence into pieces. Its last stop is no piece. */
export function piecesOf(sentence: string): Piece[] {
  const text = sentence.trim().replace(/[.!?]+(?=[”"’']?$)/u, '');
  const pieces: Piece[] = [];
  for (const [raw] of text.matchAll(pattern)) pieces.push(...read(raw, pieces.length === 0));
  return withoutStops(pieces);
}

function read(raw: string, first: boolean): Piece[] {
  const base = { raw, first, capital: /^\p{Lu}/u.test(raw) };
  if (/^[“"‘'].*[”"’']$/su.test(raw) && raw.length > 1) return readQuotation(raw, base);
  if (borders.has(raw)) return [{ ...base, kind: 'border', form: raw }];
  if (/^\d/.test(raw) && /^[\d,.]+$/.test(raw)) return [{ ...base, kind: 'number', form: raw.replaceAll(',', '') }];
  if (raw === '%') return [{ ...base, kind: 'word', form: 'percent' }];
  if (!/^[\p{L}\p{N}]/u.test(raw)) return [{ ...base, kind: 'sign', form: currencySigns.get(raw) ?? raw }];
  return readWord(raw, base);
}

/** The comma or stop that ends a quotation belongs to the sentence around it; all else in it is compared as it stands. */
function readQuotation(raw: string, base: Pick<Piece, 'raw' | 'first' | 'capital'>): Piece[] {
  const words = raw.slice(1, -1);
  const own: Piece = { ...base, kind: 'quotation', form: words.replace(/[,.]$/u, '') };
  return words.endsWith(',') ? [own, { ...base, kind: 'border', form: ',', first: false }] : [own];
}

function readWord(raw: string, base: Pick<Piece, 'raw' | 'first' | 'capital'>): Piece[] {
  const lower = raw.toLowerCase().replaceAll('’', "'");
  const denied = contracted(lower);
  if (denied !== undefined)
    return [
      { ...base, kind: 'word', form: denied },
      { ...base, kind: 'word', form: 'not', first: false, capital: false },
    ];
  const bare = lower.replace(/'s$/, '');
  const own: Piece = numberOf(bare) ?? { ...base, kind: 'word', form: americanSpelling(bare.replaceAll('.', '')) };
  const one = { ...own, ...base };
  return bare === lower ? [one] : [one, { ...base, kind: 'word', form: "'s", first: false, capital: false }];
}

/** "won't" is "will" and "not". */
function contracted(lower: string): string | undefined {
  if (lower === 'cannot' || lower === "can't") return 'can';
  if (lower === "won't") return 'will';
  return lower.endsWith("n't") ? lower.slice(0, -3) : undefined;
}

/** "three" and "twenty-one" are numbers too. */
function numberOf(lower: string): Piece | undefined {
  const values = lower.split('-').map((part) => figure(part));
  if (values.some((value) => value === undefined || !/^\d+(?:\.\d+)?$/.test(value))) return undefined;
  const sum = values.reduce((total, value) => total + Number(value), 0);
  return { kind: 'number', raw: lower, form: String(sum), capital: false, first: false };
}

/** The stop of "Mr." and "U.S." belongs to the word; any other inside a sentence is a sign. */
function withoutStops(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    if (piece.raw !== '.' || before === undefined) return true;
    return !(honorifics.has(before.raw) || shortTitles.has(before.raw) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(before.raw));
  });
}

/** A past or participle, regular or not; some other words look like one, which only makes the check stricter. */
export function looksPast({ kind, form }: Piece): boolean {
  return kind === 'word' && (form.endsWith('ed') || irregularForms.has(form));
}
