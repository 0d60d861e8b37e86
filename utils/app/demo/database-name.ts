/** Name of the database the demo data lies in; never that of the records (ADR 19). */
export const demoDatabaseName = 'parley-demo';
