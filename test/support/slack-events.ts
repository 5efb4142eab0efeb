/** Payloads as Slack sends them: https://docs.slack.dev/apis/events-api and https://docs.slack.dev/reference/interaction-payloads */

let made = 0;

function next(prefix: string): string {
  return `${prefix}${(made += 1)}`;
}

export function eventOf(event: object, team = 'T1'): object {
  return {
    type: 'event_callback',
    token: 'legacy-token',
    team_id: team,
    api_app_id: 'A1',
    event_id: next('Ev'),
    event,
  };
}

/** An event in a workspace of an organisation that installed the app for all of them. */
export function organisationEvent(
  event: object,
  { organisation, team }: { organisation: string; team: string },
): object {
  const authorization = {
    enterprise_id: organisation,
    team_id: team,
    user_id: 'UBOT',
    is_bot: true,
    is_enterprise_install: true,
  };
  return { ...eventOf(event, team), enterprise_id: organisation, authorizations: [authorization] };
}

/** Somebody mentions the bot in a channel. */
export function mention(words: string, more: object = {}): object {
  return { type: 'app_mention', user: 'U1', text: `<@UBOT> ${words}`, ts: `${next('')}.1`, channel: 'C1', ...more };
}

/** Somebody writes in a channel, a thread or a direct message. */
export function message(text: string, more: object = {}): object {
  return { type: 'message', user: 'U1', text, ts: `${next('')}.2`, channel: 'C1', channel_type: 'channel', ...more };
}

export interface Answered {
  readonly response_url: string;
  readonly trigger_id: string;
}

export function slashCommand(text: string, answered: Answered, more: object = {}): object {
  return { command: '/summit', text, user_id: 'U1', team_id: 'T1', channel_id: 'C1', ...answered, ...more };
}

/** Somebody presses a button below a post. */
export function press(actionId: string, answered: Answered, container: object = {}): object {
  return {
    type: 'block_actions',
    user: { id: 'U2' },
    team: { id: 'T1' },
    api_app_id: 'A1',
    container: { type: 'message', channel_id: 'C1', ...container },
    channel: { id: 'C1' },
    ...answered,
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1.1' }],
  };
}

/** Somebody sends a form. `values` by line, as Slack words them. */
export function submission(view: object, values: object, user = 'U1'): object {
  return {
    type: 'view_submission',
    user: { id: user },
    team: { id: 'T1' },
    api_app_id: 'A1',
    trigger_id: next('submitted'),
    view: { id: 'V1', type: 'modal', ...view, state: { values } },
  };
}

export function messageShortcut(text: string, answered: Answered, story = 'summit'): object {
  return {
    type: 'message_action',
    callback_id: `check-${story}`,
    user: { id: 'U1' },
    team: { id: 'T1' },
    channel: { id: 'C1', name: 'news' },
    message: { type: 'message', text, ts: '1.1' },
    message_ts: '1.1',
    action_ts: '1.2',
    ...answered,
  };
}
