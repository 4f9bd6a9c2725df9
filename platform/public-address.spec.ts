import { isPublicAddress } from "./public-address.ts";

const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "172.15.255.255",
  "172.32.0.1",
  "100.63.255.255",
  "198.20.0.1",
  "2600:1f18::1",
  "2a00:1450:4007:80e::200e",
];

const NOT_PUBLIC: Record<string, string> = {
  "0.0.0.0": "this host",
  "10.0.0.1": "private",
  "100.64.0.1": "a carrier's own",
  "127.0.0.1": "loopback",
  "127.255.255.254": "loopback",
  "169.254.169.254": "a cloud's metadata",
  "172.16.0.1": "private",
  "172.31.255.255": "private",
  "192.0.0.192": "a cloud's metadata",
  "192.168.1.1": "private",
  "198.18.0.1": "benchmarks",
  "224.0.0.1": "multicast",
  "255.255.255.255": "broadcast",
  "::": "this host",
  "::1": "loopback",
  "::ffff:127.0.0.1": "loopback in disguise",
  "::ffff:a00:1": "private in disguise",
  "64:ff9b::a9fe:a9fe": "metadata through NAT64",
  "2002:7f00:1::": "loopback through 6to4",
  "2001:0:4136:e378::": "Teredo",
  "fe80::1": "link-local",
  "fc00::1": "unique local",
  "fd00:ec2::254": "a cloud's metadata",
  "ff02::1": "multicast",
  "2001:db8::1": "documentation",
  "example.org": "a name, not an address",
  "2130706433": "a number, not an address",
  "0x7f.1": "not an address as one writes it",
};

describe("An address", () => {
  it.each(PUBLIC)("%s is on the public internet", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(Object.entries(NOT_PUBLIC))("%s is not: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
