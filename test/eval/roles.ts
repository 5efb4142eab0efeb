import { splitSentences } from '../../src/core/articles/sentences.ts';
import { articleIdSchema } from '../../src/core/ids/ids.ts';
import { readArticle } from '../../src/core/reading/read-article.ts';
import { writePredictions } from './support/predictions.ts';
import { type RoleSentence, roleSentences } from './support/role-sentences.ts';
import { shown } from './support/rows.ts';

const article = articleIdSchema.parse('0'.repeat(12));

function rolesIn({ text }: RoleSentence): string[] {
  const reading = readArticle({ id: article, language: 'en' }, splitSentences(article, text));
  return reading.actors.flatMap(({ name, kind, roles }) =>
    kind === 'person' ? roles.map((role) => `${name}: ${role.text}`) : [],
  );
}

const rows = roleSentences.map((sentence) => ({
  text: sentence.text,
  wanted: sentence.roles.map(([name, role]) => `${name}: ${role}`),
  found: rolesIn(sentence),
}));
const wanted = rows.reduce((sum, row) => sum + row.wanted.length, 0);
const found = rows.reduce((sum, row) => sum + row.found.length, 0);
const right = rows.reduce((sum, row) => sum + row.found.filter((role) => row.wanted.includes(role)).length, 0);
console.log(
  `roles as worded, ${rows.length} sentences of our own   P ${shown(right / found)}  R ${shown(right / wanted)}  F1 ${shown((2 * right) / (wanted + found))}  of ${wanted}`,
);
writePredictions('roles', rows);
