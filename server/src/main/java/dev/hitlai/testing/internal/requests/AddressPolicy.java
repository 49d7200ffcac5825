package dev.hitlai.testing.internal.requests;

import dev.hitlai.platform.net.DestinationRefused;
import dev.hitlai.platform.net.Destinations;
import dev.hitlai.testing.internal.TestingSettings;
import java.net.URI;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Which sites this server may test. A server that strangers can reach must not become their way
 * into the network it stands in, so private hosts need the operator's word; a server that only
 * listens to its own machine may test what runs there.
 */
@Component
public class AddressPolicy {
  public static final String REFUSAL =
      "This server does not test hosts on private networks or on itself.";

  private final boolean privateHostsAllowed;
  private final ApplicationEventPublisher events;

  @Autowired
  AddressPolicy(
      TestingSettings settings,
      @Value("${server.address:}") String listens,
      ApplicationEventPublisher events) {
    this(
        settings.allowPrivateHosts() == null
            ? Destinations.isLoopback(listens)
            : settings.allowPrivateHosts(),
        events);
  }

  private AddressPolicy(boolean privateHostsAllowed, ApplicationEventPublisher events) {
    this.privateHostsAllowed = privateHostsAllowed;
    this.events = events;
  }

  /** The policy of a server that strangers can reach. */
  public static AddressPolicy refusingPrivateHosts() {
    return new AddressPolicy(false, event -> {});
  }

  /**
   * @throws SiteAddress.Refused with a sentence
   */
  void check(SiteAddress address) {
    if (!privateHostsAllowed && address.isPrivate()) {
      events.publishEvent(new DestinationRefused(address.uri().getHost()));
      throw new SiteAddress.Refused(REFUSAL);
    }
  }

  /** Whether the site may be tested now: a name can lead elsewhere than when it was asked for. */
  public boolean allows(URI site) {
    return privateHostsAllowed || !new SiteAddress(site).isPrivate();
  }

  /** Whether there are addresses that no request of a test may go to. */
  public boolean forbidsPrivateHosts() {
    return !privateHostsAllowed;
  }
}
