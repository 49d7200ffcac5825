package dev.hitlai.testing.internal.requests;

import dev.hitlai.platform.PrivateAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a site under test: absolute, http or https, with a host and without a password.
 */
public record SiteAddress(URI uri) {
  static final int MAX_LENGTH = 2048;

  /**
   * Reads what a person typed; a missing scheme is taken for https.
   *
   * @throws Refused with a sentence when it can't be tested
   */
  public static SiteAddress parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new Refused("Give the address of the site to test.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new Refused("An address has at most " + MAX_LENGTH + " characters.");
    }
    return new SiteAddress(read(hasScheme(text) ? text : "https://" + text));
  }

  private static boolean hasScheme(String text) {
    return text.matches("(?i)[a-z][a-z0-9+.-]*:(//.*|[^0-9].*)");
  }

  private static URI read(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new Refused("This is not an address: " + e.getReason() + ".");
    }
  }

  public SiteAddress {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme)) {
      throw new Refused("Only http and https addresses can be tested.");
    }
    if (uri.getHost() == null || uri.getHost().isEmpty()) {
      throw new Refused("The address names no host.");
    }
    if (uri.getUserInfo() != null) {
      throw new Refused("An address with a user name or password in it is not accepted.");
    }
    if (uri.getPort() > 65535 || uri.getPort() == 0) {
      throw new Refused("The address names a port that does not exist.");
    }
  }

  /**
   * Whether the host is this machine or one on a private network. Names are looked up, because a
   * public name may lead to a private address; an unknown name is not private.
   */
  public boolean isPrivate() {
    try {
      for (InetAddress address : InetAddress.getAllByName(bareHost())) {
        if (isPrivate(address)) {
          return true;
        }
      }
      return false;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private String bareHost() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Whether an address is of this machine, of a private network, or of no single host at all. */
  public static boolean isPrivate(InetAddress address) {
    return PrivateAddresses.contains(address);
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  /** Why an address can't be tested, as a sentence for the person who typed it. */
  public static final class Refused extends IllegalArgumentException {
    Refused(String message) {
      super(message);
    }
  }
}
