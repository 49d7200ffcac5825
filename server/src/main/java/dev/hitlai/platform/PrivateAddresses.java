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
              || (bytes[0] & 0xf0) == 0xf0;
      // fc00::/7, unique local addresses (RFC 4193).
      case Inet6Address v6 -> (bytes[0] & 0xfe) == 0xfc;
      default -> false;
    };
  }
}
