package dev.hitlai.platform;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this server, from {@code hitlai.public-url}; mails can't ask the request that
 * caused them. When it isn't said, the port on this machine, which is right for trying things out.
 */
@Component
public class PublicAddress {
  private final String configured;
  private final Environment environment;

  PublicAddress(@Value("${hitlai.public-url:}") String configured, Environment environment) {
    this.configured = withoutSlash(configured.strip());
    this.environment = environment;
    if (!this.configured.isEmpty()) {
      requireAddress(this.configured);
    }
  }

  /**
   * @param path on this server, beginning with a slash
   */
  public String of(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash: " + path);
    }
    return base() + path;
  }

  /** Whether the operator said it. */
  public boolean isConfigured() {
    return !configured.isEmpty();
  }

  /** Host and port, as in {@code app.example.org}. */
  public String host() {
    return String.valueOf(URI.create(base()).getHost());
  }

  private String base() {
    if (!configured.isEmpty()) {
      return configured;
    }
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://localhost:" + port;
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static void requireAddress(String address) {
    if (!address.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
      throw new StartFailure(
          "hitlai.public-url is \"%s\"; it must look like https://app.example.org."
              .formatted(address));
    }
  }
}
