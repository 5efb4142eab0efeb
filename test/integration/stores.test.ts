import { outboxContract, subscriptionStoreContract } from '../support/schedule-store-contract.ts';
import { articleStoreContract } from '../support/store-contract.ts';

articleStoreContract();
subscriptionStoreContract();
outboxContract();
