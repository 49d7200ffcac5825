package dev.hitlai.platform.net;

import dev.hitlai.platform.PrivateAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Looks names up for whoever connects to addresses that strangers entered. Connect to what it
 * returns, not to the name: a name server can answer differently the next time.
 */
public final class Destinations {
  private Destinations() {}

  /** An address that this server isn't sent to. */
  public static final class Forbidden extends Exception {
    private static final long serialVersionUID = 1L;

    Forbidden(String host) {
      super(host + " leads to a private network.");
    }
  }

  /**
   * All addresses of a host, none of which is private unless those are allowed.
   *
   * @param host name or address; IPv6 with or without brackets
   */
  public static List<InetAddress> resolve(String host, boolean privateAllowed, Names names)
      throws UnknownHostException, Forbidden {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var addresses = List.of(names.addresses(bare));
    if (!privateAllowed && addresses.stream().anyMatch(PrivateAddresses::contains)) {
      throw new Forbidden(host);
    }
    return addresses;
  }

  /** Whether a server that listens there is reached by its own machine only; not when unsaid. */
  public static boolean isLoopback(String listens) {
    try {
      return !listens.isBlank() && InetAddress.getByName(listens).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
