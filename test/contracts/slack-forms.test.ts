import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buttonOf, buttonsOf, openNewsBot, openSlackBench, type SlackBench } from '../support/slack-bench.ts';
import { press, submission } from '../support/slack-events.ts';
import { manager, type TestBot } from '../support/test-bot.ts';

let test: TestBot;
let bench: SlackBench;

beforeAll(async () => {
  test = await openNewsBot();
});
afterAll(() => test.close());
beforeEach(async () => {
  bench = await openSlackBench(test);
  await bench.platform.start(test.bot);
});
afterEach(() => bench.close());

const viewSchema = z.looseObject({ callback_id: z.string(), private_metadata: z.string() });

/** Types a command, and presses the button below its answer that opens a form. */
async function openForm(command: string, more: object = {}): Promise<z.infer<typeof viewSchema>> {
  await bench.type(command, more);
  const [answer] = await bench.slack.called('respond/', 1);
  const [channel] = Object.values(more);
  const at = typeof channel === 'string' ? { channel_id: channel } : {};
  await bench.slack.send('interactive', press(buttonOf(answer?.body, 'open:'), bench.answered(), at));
  const [opened] = await bench.slack.called('views.open', 1);
  return viewSchema.parse(opened?.body['view']);
}

const filled = (at: string, more: object = {}): object => ({
  at: { at: { type: 'plain_text_input', value: at } },
  days: { days: { type: 'checkboxes', selected_options: [{ value: 'mon' }, { value: 'tue' }] } },
  tz: { tz: { type: 'plain_text_input', value: 'Europe/Paris' } },
  quiet: { quiet: { type: 'plain_text_input', value: null } },
  nothing: { nothing: { type: 'radio_buttons', selected_option: { value: 'line' } } },
  ...more,
});

describe('the form for a schedule', () => {
  it('shows the schedule that the channel has', async () => {
    const origin = { ...manager, place: { platform: 'slack', workspace: 'T1', channel: 'C2' } };
    const line = 'schedule set at:06:45 days:sat tz:Asia/Tokyo quiet:22:00-06:30 nothing:line';
    await test.bot.run('summit', { kind: 'text', text: line }, origin);
    const form = JSON.stringify(await openForm('schedule', { channel_id: 'C2' }));
    for (const words of [
      '"initial_value":"06:45"',
      'Asia/Tokyo',
      '22:00-06:30',
      '"initial_option":{"text":{"type":"plain_text","text":"Say so in a line"}',
    ])
      expect(form).toContain(words);
  });

  it('sets it, and shows what was set', async () => {
    const view = await openForm('schedule');
    const answer = await bench.slack.send('interactive', submission(view, filled('07:30, 18:00')));
    expect(answer).toMatchObject({ response_action: 'update' });
    expect(JSON.stringify(answer)).toContain('at 07:30 and 18:00, Mon, Tue (Europe/Paris)');
  });

  it('says below the line what is wrong with it', async () => {
    const view = await openForm('schedule');
    const noSuchZone = { tz: { tz: { type: 'plain_text_input', value: 'Mars/Olympus' } } };
    const late = await bench.slack.send('interactive', submission(view, filled('25:00')));
    const far = await bench.slack.send('interactive', submission(view, filled('07:30', noSuchZone)));
    expect(late).toMatchObject({ response_action: 'errors', errors: { at: expect.stringContaining('25:00') } });
    expect(JSON.stringify(far)).toContain('Mars/Olympus');
  });

  it('that comes too late for Slack is told to whoever pressed, and the log says why', async () => {
    bench.slack.answer('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await bench.type('schedule');
    const [answer] = await bench.slack.called('respond/', 1);
    await bench.slack.send('interactive', press(buttonOf(answer?.body, 'open:'), bench.answered(), {}));
    const [, told] = await bench.slack.called('respond/', 2);
    expect(told?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(told?.body['text']).toContain('press the button again');
    await bench.lineLogged(/^error .*expired_trigger_id/);
  });

  it('refuses a guest', async () => {
    const view = await openForm('schedule');
    const answer = await bench.slack.send('interactive', submission(view, filled('07:30'), 'UGUEST'));
    expect(JSON.stringify(answer)).toContain('people who may manage this channel');
  });
});

describe('the form for settings', () => {
  it('changes them', async () => {
    const view = await openForm('settings');
    const values = { threads: { threads: { type: 'radio_buttons', selected_option: { value: 'mention' } } } };
    const answer = await bench.slack.send('interactive', submission(view, values));
    expect(JSON.stringify(answer)).toContain('only when I am mentioned');
  });
});

describe('the bot’s page in Slack', () => {
  const open = async (): Promise<string> => {
    await bench.tell({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.1' });
    const [published] = await bench.slack.called('views.publish', 1);
    expect(published?.body).toMatchObject({ user_id: 'U1' });
    return JSON.stringify(published?.body['view']);
  };

  it('shows the stories, the digests of the channels that the person is in, and how each is set', async () => {
    const set = (channel: string) =>
      test.bot.run(
        'summit',
        { kind: 'text', text: 'schedule set at:07:30 tz:Europe/Paris' },
        {
          ...manager,
          place: { platform: 'slack', workspace: 'T1', channel },
        },
      );
    await set('C3');
    await set('GSECRET');
    const page = await open();
    expect(page).toContain('Paris emergency summit');
    expect(page).toContain('"channel_id":"C3"');
    expect(page).toContain('at 07:30, every day (Europe/Paris)');
    expect(page).not.toContain('GSECRET');
  });

  it('opens the forms for a channel', async () => {
    const view: unknown = JSON.parse(await open());
    expect(buttonsOf(view)).toContain('open:schedule:summit');
    const pressed = press('open:settings:summit', bench.answered(), { channel_id: undefined, type: 'view' });
    const actions = [{ type: 'button', action_id: 'open:settings:summit', value: 'C3', block_id: 'b', action_ts: '1' }];
    await bench.slack.send('interactive', { ...pressed, actions });
    const [opened] = await bench.slack.called('views.open', 1);
    expect(viewSchema.parse(opened?.body['view']).private_metadata).toBe('{"story":"summit","channel":"C3"}');
  });
});
