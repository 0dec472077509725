export const promiseSchemas = {} as const;
