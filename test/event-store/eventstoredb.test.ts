import { EventStoreDbStore } from '../../src/event-store/eventstoredb.js';
import { EsdbServer } from '../support/esdb-server/server.js';
import { describeEventStore } from './contract.js';

describeEventStore('EventStoreDB', async () => {
  const server = await EsdbServer.start();
  let store = new EventStoreDbStore(server.connectionString);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = new EventStoreDbStore(server.connectionString);
      return store;
    },
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
});
