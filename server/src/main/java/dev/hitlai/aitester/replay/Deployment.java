package dev.hitlai.aitester.replay;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The same site in another place: addresses of the recording translated to where it is walked now.
 *
 * @param recorded where the recorded run began
 * @param now where the replay begins
 */
record Deployment(URI recorded, URI now) {
  /** What a site numbers or draws by lot, and so differs from visit to visit. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?<=[/_.=-])(?:[0-9a-fA-F]{8,}|[0-9a-fA-F-]{32,}|[0-9]+)(?=[/_.-]|$)");

  /** The address here; one that belongs to neither place stays as it is. */
  String here(String address) {
    if (!origin(address).equals(origin(recorded.toString()))) {
      return address;
    }
    var rest = address.substring(origin(address).length());
    return rest.startsWith(folder(recorded))
        ? origin(now.toString()) + folder(now) + rest.substring(folder(recorded).length())
        : origin(now.toString()) + rest;
  }

  /** Whether both are the same page: by path, with numbers in it free to differ. */
  boolean same(String recordedAddress, String address) {
    return page(here(recordedAddress)).equals(page(address));
  }

  private static String page(String address) {
    var plain = address.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
    var start = origin(plain);
    return start + NUMBERED.matcher(plain.substring(start.length())).replaceAll("0");
  }

  /** Scheme, host and port; empty for what has none. */
  private static String origin(String address) {
    try {
      var uri = new URI(address);
      return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (URISyntaxException e) {
      return ""; // Browsers follow more than the syntax allows.
    }
  }

  private static String folder(URI uri) {
    var path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
  }
}
