import { channelMovesContract } from '../support/channel-moves-contract.ts';
import { bodiesContract } from '../support/bodies-contract.ts';
import { outboxContract, subscriptionStoreContract } from '../support/schedule-store-contract.ts';
import { inboxContract, installationStoreContract } from '../support/slack-store-contract.ts';
import { articleStoreContract } from '../support/store-contract.ts';

articleStoreContract();
subscriptionStoreContract();
outboxContract();
bodiesContract();
inboxContract();
installationStoreContract();
channelMovesContract();
