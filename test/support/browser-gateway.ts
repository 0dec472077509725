/** The process behind browser tests: see gateway-plugin.mjs. Ends when its input ends. */
throw new Error('test/support/gateway.ts is not there yet');
