package dev.hitlai.aitester.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts whose pages may be visited: the start address's own and those that the request allows.
 * {@code *.example.org} allows all hosts below example.org.
 */
public record AllowedHosts(Set<String> hosts) {

  public AllowedHosts {
    hosts = Set.copyOf(hosts);
  }

  /** The start's host, with and without {@code www.}, and the ones named. */
  public static AllowedHosts of(URI start, Set<String> others) {
    var hosts = new TreeSet<String>();
    var own = start.getHost().toLowerCase(Locale.ROOT);
    hosts.add(own);
    hosts.add(own.startsWith("www.") ? own.substring(4) : "www." + own);
    others.forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
    return new AllowedHosts(hosts);
  }

  static AllowedHosts none() {
    return new AllowedHosts(Set.of());
  }

  /** Addresses without a host ({@code about:blank}, {@code data:}) lead nowhere and are allowed. */
  public boolean allows(String address) {
    try {
      var uri = new URI(address);
      if (uri.getScheme() == null) {
        return true;
      }
      var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (scheme.equals("about")
          || scheme.equals("data")
          || scheme.equals("blob")
          || scheme.equals("chrome-error")) {
        return true;
      }
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return false;
      }
      return uri.getHost() == null // Names with a "_", for one.
          ? pattern().matcher(address).find()
          : matches(uri.getHost().toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return pattern().matcher(address).find();
    }
  }

  private boolean matches(String host) {
    return hosts.contains(host)
        || hosts.stream()
            .anyMatch(allowed -> allowed.startsWith("*.") && host.endsWith(allowed.substring(1)));
  }

  private Pattern pattern() {
    return Pattern.compile(
        "^https?://" + alternatives() + "(?::\\d+)?(?:[/?#]|$)", Pattern.CASE_INSENSITIVE);
  }

  private String alternatives() {
    return hosts.stream()
        .sorted()
        .map(AllowedHosts::quoted)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String quoted(String host) {
    return host.startsWith("*.")
        ? "[^/?#@:]*" + Pattern.quote(host.substring(1))
        : Pattern.quote(host);
  }
}
