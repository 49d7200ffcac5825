package dev.hitlai.testing.internal.findings;

import java.net.URI;
import java.util.Locale;

/** What counts as one site. */
public final class SiteName {
  private SiteName() {}

  /** Host of an address without "www.", which is the same site. */
  public static String of(String address) {
    try {
      String host = URI.create(address.replace(' ', '+')).getHost();
      return host == null ? address : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
