package dev.hitlai.testing.internal.requests;

import dev.hitlai.testing.internal.TestingSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which sites this server may test. A server that strangers can reach must not become their way
 * into the network it stands in, so private hosts need the operator's word; a server that only
 * listens to its own machine may test what runs there.
 */
@Component
public class AddressPolicy {
  private final boolean privateHostsAllowed;

  AddressPolicy(TestingSettings settings, @Value("${server.address:}") String listens) {
    this.privateHostsAllowed =
        settings.allowPrivateHosts() == null ? isLoopback(listens) : settings.allowPrivateHosts();
  }

  /**
   * @throws SiteAddress.Refused with a sentence
   */
  void check(SiteAddress address) {
    if (!privateHostsAllowed && address.isPrivate()) {
      throw new SiteAddress.Refused(
          "This server does not test hosts on private networks or on itself.");
    }
  }

  private static boolean isLoopback(String host) {
    if (host.isBlank()) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
