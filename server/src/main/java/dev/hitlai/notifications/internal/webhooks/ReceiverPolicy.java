package dev.hitlai.notifications.internal.webhooks;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.net.DestinationRefused;
import dev.hitlai.platform.net.Destinations;
import dev.hitlai.platform.net.Names;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where deliveries may go. Whoever enters an address makes this server call it, so addresses of the
 * network it stands in are refused, when they are entered and again when they are called: a name
 * may lead elsewhere by then.
 */
@Component
class ReceiverPolicy {
  private static final String SLACK = "hooks.slack.com";
  private static final int LONGEST = 2048;

  private final boolean privateHostsAllowed;
  private final ApplicationEventPublisher events;
  private final Names names;

  @Autowired
  ReceiverPolicy(
      WebhookSettings settings,
      @Value("${server.address:}") String listens,
      ApplicationEventPublisher events) {
    this(
        settings.allowPrivateHosts() == null
            ? Destinations.isLoopback(listens)
            : settings.allowPrivateHosts(),
        events,
        Names.OF_THE_SYSTEM);
  }

  ReceiverPolicy(boolean privateHostsAllowed, Names names) {
    this(privateHostsAllowed, event -> {}, names);
  }

  private ReceiverPolicy(
      boolean privateHostsAllowed, ApplicationEventPublisher events, Names names) {
    this.names = names;
    this.privateHostsAllowed = privateHostsAllowed;
    this.events = events;
  }

  /** Why an address isn't called; a sentence. */
  static final class Forbidden extends Exception {
    private static final long serialVersionUID = 1L;

    Forbidden(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * An address that somebody entered.
   *
   * @throws ApiProblem when it can't be called
   */
  URI accept(String text) {
    URI uri = read(text.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean fits = scheme.equals("https") || privateHostsAllowed && scheme.equals("http");
    if (!fits || uri.getHost() == null) {
      throw invalid("must be an address that begins with https://");
    }
    if (uri.getUserInfo() != null || uri.getFragment() != null) {
      throw invalid("must have no user name, password or # part");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw invalid("names a port that doesn't exist");
    }
    try {
      resolve(uri);
    } catch (UnknownHostException unknown) {
      throw invalid("names a host that can't be found");
    } catch (Forbidden forbidden) {
      events.publishEvent(new DestinationRefused(uri.getHost()));
      throw invalid("leads to a private network, where this server doesn't deliver");
    }
    return uri;
  }

  /** The address of a Slack channel that somebody entered. */
  URI acceptSlack(String text) {
    URI uri = accept(text);
    // An operator who allows private hosts may stand something else in for Slack, to try it out.
    if (!privateHostsAllowed && !SLACK.equalsIgnoreCase(uri.getHost())) {
      throw invalid("must begin with https://" + SLACK + "/");
    }
    return uri;
  }

  /** The addresses of the host, all of which may be called. */
  List<InetAddress> resolve(URI uri) throws UnknownHostException, Forbidden {
    try {
      return Destinations.resolve(uri.getHost(), privateHostsAllowed, names);
    } catch (Destinations.Forbidden e) {
      throw new Forbidden(
          "The address leads to a private network, where this server doesn't deliver.", e);
    }
  }

  private static URI read(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw invalid("must have 1 to " + LONGEST + " characters");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw invalid("isn't an address: " + e.getReason());
    }
  }

  private static ApiProblem invalid(String why) {
    return ApiProblem.invalid("url", why);
  }
}
