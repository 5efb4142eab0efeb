import { channelMovesContract } from '../support/channel-moves-contract.ts';
import { bodiesContract } from '../support/bodies-contract.ts';
import { outboxContract } from '../support/outbox-contract.ts';
import { subscriptionStoreContract } from '../support/subscription-store-contract.ts';
import { inboxContract, installationStoreContract } from '../support/slack-store-contract.ts';
import { articleStoreContract } from '../support/store-contract.ts';

articleStoreContract();
subscriptionStoreContract();
outboxContract();
bodiesContract();
inboxContract();
installationStoreContract();
channelMovesContract();
