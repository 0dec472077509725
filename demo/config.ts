import { ConfigError, readConfig, type GatewayConfig } from '../src/gateway/config.ts';
import { sites } from './sites.ts';

/** Settings of the demo: those of the gateway, never in production, with ports for the sites after the gateway's. */
export function demoConfig(): GatewayConfig {
  const config = readConfig({ HELP_PHONE: '111', ...process.env, NODE_ENV: 'development' });
  const last = 65_535 - sites.length;
  if (config.port > last) throw new ConfigError([`PORT is “${config.port}”; write ${last} or less, because the demo's sites take the ${sites.length} ports after it.`]);
  return config;
}
