import { BlockList, isIP } from 'node:net';

/** Of IPv4 what reaches nobody in public: this host, private nets, loopback, link-local, tests, multicast, reserved (IANA special-purpose registry). */
const closed = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) closed.addSubnet(net, prefix);

/** Of IPv6 only what is given out to the public, without the parts of it that carry IPv4 addresses or are for examples. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
const hollow = new BlockList();
for (const [net, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) hollow.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address is one that anybody on the internet may call: none of a private network, of this machine, or of no use. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address);
  return family === 6 && given.check(address, 'ipv6') && !hollow.check(address, 'ipv6');
}
