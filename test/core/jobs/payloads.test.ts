import { describe, expect, it } from 'vitest';
import * as jobs from '../../../src/core/jobs/jobs.ts';

const subscription = '6f1b1a52-8a0a-4c56-9d6f-0d6a4a3b9c11';
const delivery = '0f5c3d0e-1b52-4a3e-8d8b-6a8f3a1c2b77';
const at = '2025-02-18T06:30:00.000Z';

/** As version 0.1 writes them, name and payload. A line may be added here; one that stands is never changed. */
const written: readonly (readonly [string, object])[] = [
  ['feed.poll', { feed: 'https://paper.example/feed' }],
  ['digest.due', { subscription }],
  ['digest.due', { subscription, occasion: { kind: 'slot', at } }],
  ['digest.due', { subscription, occasion: { kind: 'quiet-end', at } }],
  ['digest.due', { subscription, occasion: { kind: 'asked', at } }],
  [
    'digest.preview',
    { story: 'summit', place: { platform: 'slack', workspace: 'T1', channel: 'C1' }, person: 'U1', at },
  ],
  ['message.deliver', { delivery }],
  ['outbox.tend', {}],
  ['outbox.prune', {}],
  ['watch.check', {}],
];

const kinds = Object.values(jobs);

describe('a job that an earlier version left in the queue', () => {
  it.each(written)('is known by its name and read: %s %j', (name, payload) => {
    const kind = kinds.find((candidate) => candidate.name === name);
    expect(kind?.payload.parse(payload)).toEqual(payload);
  });
});

describe('a job that the next version left in the queue', () => {
  it.each(written)('is read for what is known of it: %s %j', (name, payload) => {
    const kind = kinds.find((candidate) => candidate.name === name);
    expect(kind?.payload.parse({ ...payload, later: 'a field of the next version' })).toEqual(payload);
  });
});

it('every kind of job has its payload written down', () => {
  expect(new Set(written.map(([name]) => name))).toEqual(new Set(kinds.map(({ name }) => name)));
});
