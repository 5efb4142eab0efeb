import { describe, expect, test } from 'vitest';
import { charsetOf, decodeText } from '../../../src/core/feeds/charset.ts';

const latin = Uint8Array.from([0x93, 0x45, 0x75, 0x72, 0x6f, 0x70, 0xe9, 0x94]);

describe('a text is decoded', () => {
  test('by its byte order mark before anything else, and without it', () => {
    expect(decodeText(Buffer.from('\ufeffé', 'utf8'), 'plain', 'iso-8859-1')).toBe('é');
    expect(decodeText(Buffer.from('\ufeffé', 'utf16le'), 'plain')).toBe('é');
    expect(decodeText(Buffer.from('\ufeffé', 'utf16le').swap16(), 'plain')).toBe('é');
  });

  test('by the charset it was declared with, unless nobody knows that one', () => {
    expect(decodeText(Uint8Array.from([0xcf, 0xe0, 0xf0, 0xe8, 0xe6]), 'plain', 'windows-1251')).toBe('Париж');
    expect(decodeText(Buffer.from('é'), 'plain', 'klingon')).toBe('é');
  });

  test.each([
    '<?xml version="1.0" encoding="windows-1251"?>',
    '<meta charset="windows-1251">',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  ])('by its own declaration %s', (declaration) => {
    const bytes = Buffer.concat([Buffer.from(declaration), Uint8Array.from([0xcf, 0xe0, 0xf0, 0xe8, 0xe6])]);
    expect(decodeText(bytes, 'markup')).toBe(`${declaration}Париж`);
    expect(decodeText(bytes, 'plain')).toBe(`${declaration}Ïàðèæ`);
  });

  test('as UTF-16 when markup has a zero byte beside its first bracket', () => {
    const markup = '<?xml version="1.0" encoding="utf-16"?><a>é</a>';
    expect(decodeText(Buffer.from(markup, 'utf16le'), 'markup')).toBe(markup);
    expect(decodeText(Buffer.from(markup, 'utf16le').swap16(), 'markup')).toBe(markup);
  });

  test.each([
    ['with its mark', '\ufeff<a>é 😀</a>'],
    ['without it', '<a>é 😀</a>'],
  ])('as UTF-32 in either byte order, %s', (_, markup) => {
    const big = Buffer.concat(
      Array.from(markup, (character) => {
        const bytes = Buffer.alloc(4);
        bytes.writeUInt32BE(character.codePointAt(0) ?? 0);
        return bytes;
      }),
    );
    expect(decodeText(big, 'markup', 'utf-32')).toBe('<a>é 😀</a>');
    expect(decodeText(Buffer.from(big).swap32(), 'markup')).toBe('<a>é 😀</a>');
  });

  test('as UTF-8 when it claims UTF-16 in single bytes', () => {
    expect(decodeText(Buffer.from('<meta charset="utf-16">é'), 'markup')).toBe('<meta charset="utf-16">é');
  });

  test('as UTF-8 when it is that and calls itself Latin, as servers do that were told nothing', () => {
    expect(decodeText(Buffer.from('“Europé”'), 'plain', 'ISO-8859-1')).toBe('“Europé”');
    expect(decodeText(latin, 'plain', 'ISO-8859-1')).toBe('“Europé”');
  });

  test('as windows-1252 when it is no UTF-8', () => {
    expect(decodeText(latin, 'plain')).toBe('“Europé”');
  });
});

test.each([
  ['text/html; charset=utf-8', 'utf-8'],
  ['text/html;charset="ISO-8859-1"', 'ISO-8859-1'],
  ['text/html', undefined],
])('the header %s names %s', (header, charset) => {
  expect(charsetOf(header)).toBe(charset);
});
