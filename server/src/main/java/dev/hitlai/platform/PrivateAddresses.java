package dev.hitlai.platform;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that a server must not be led to by strangers: its own and those of its network. */
public final class PrivateAddresses {
  private PrivateAddresses() {}

  /** Whether an address is of this machine, of a private network, or of no single host at all. */
  public static boolean contains(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      // 0.0.0.0/8, this network (RFC 1122); 100.64.0.0/10, shared behind a carrier's translation
      // (RFC 6598); 240.0.0.0/4, reserved (RFC 1112).
      case Inet4Address v4 ->
          bytes[0] == 0
              || (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64
              || (bytes[0] & 0xf0) == 0xf0
              // 192.0.0.0/24, protocol assignments (RFC 6890); 198.18.0.0/15, benchmarks (RFC
              // 2544).
              || (bytes[0] & 0xff) == 192 && bytes[1] == 0 && bytes[2] == 0
              || (bytes[0] & 0xff) == 198 && (bytes[1] & 0xfe) == 18;
      // fc00::/7, unique local addresses (RFC 4193).
      case Inet6Address v6 -> (bytes[0] & 0xfe) == 0xfc || carriesPrivate(bytes);
      default -> false;
    };
  }

  /** Of IPv6 addresses that stand for an IPv4 one: whether that is private. */
  private static boolean carriesPrivate(byte[] bytes) {
    int at;
    if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)) {
      at = 12; // 64:ff9b::/96, translated by NAT64 (RFC 6052)
    } else if (startsWith(bytes, 0x20, 0x02)) {
      at = 2; // 2002::/16, 6to4 (RFC 3056)
    } else if (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
      at = 12; // ::/96 and ::ffff:0:0/96, compatible and mapped (RFC 4291)
    } else {
      return false;
    }
    try {
      return contains(InetAddress.getByAddress(java.util.Arrays.copyOfRange(bytes, at, at + 4)));
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if ((bytes[i] & 0xff) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
