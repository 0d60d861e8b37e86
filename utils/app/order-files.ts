import type { OrderFilesApi } from './order-files-api';
import type { RecordDeps } from './records';

/** Use cases around reports of orders and lists of buyers; their code is loaded with the first question. */
export const createOrderFiles = (deps: RecordDeps): OrderFilesApi => {
  let loading: Promise<OrderFilesApi> | undefined;
  const work = () => (loading ??= import('./order-files/use-cases').then(({ orderFileCases }) => orderFileCases(deps)));
  return {
    read: async (request, options) => (await work()).read(request, options),
    look: async (request, options) => (await work()).look(request, options),
    takeIn: async (request, options) => (await work()).takeIn(request, options),
    exportBuyers: async (request, options) => (await work()).exportBuyers(request, options),
  };
};
