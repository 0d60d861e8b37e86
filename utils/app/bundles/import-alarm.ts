/** Name of the alarm that rings while an import is being written, in case its page is closed. */
export const importAlarm = 'parley-import';
