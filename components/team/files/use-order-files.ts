import type { OrderFilesApi } from '@/utils/app/order-files-api';
import { useApp } from '../../dashboard/app-context';

/** The part of the API that reads reports and writes lists of buyers. */
export const useOrderFiles = (): OrderFilesApi => useApp().api.orderFiles;
