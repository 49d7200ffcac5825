package dev.hitlai.aitester;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to test: every mission is run once as every persona.
 *
 * @param url where each mission starts; http or https
 * @param missions plain sentences; empty means "look around as this persona would"
 * @param personas at least one
 * @param platform null lets each persona use its usual device (phone for touch, else desktop)
 * @param allowedHosts hosts besides the start URL's own that may be visited; others are observed,
 *     not followed
 * @param credentials for HTTP authentication, if the request gave some
 * @param storageState path of a Playwright storage-state file with a logged-in session, if given
 * @param seed same seed and same site state give the same run
 */
public record TestPlan(
    URI url,
    List<String> missions,
    List<Persona> personas,
    @Nullable Platform platform,
    Budget budget,
    Set<String> allowedHosts,
    @Nullable Credentials credentials,
    @Nullable Path storageState,
    long seed) {

  /** User and password for HTTP authentication. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[user=" + user + "]";
    }
  }

  public TestPlan {
    var scheme = url.getScheme();
    if (scheme == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("Only http and https addresses can be tested: " + url);
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException("The address names no host: " + url);
    }
    if (personas.isEmpty()) {
      throw new IllegalArgumentException("A test needs at least one persona");
    }
    missions = List.copyOf(missions);
    personas = List.copyOf(personas);
    allowedHosts = Set.copyOf(allowedHosts);
  }
}
