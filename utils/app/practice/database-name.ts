/** Name of the database practice writes into; never that of the records. */
export const practiceDatabaseName = 'parley-practice';
