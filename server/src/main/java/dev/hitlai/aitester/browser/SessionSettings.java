package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.aitester.TestPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who browses, with what, and how far they may go.
 *
 * @param time after this the session is ended by force if need be
 */
public record SessionSettings(
    URI start,
    Persona persona,
    Platform platform,
    AllowedHosts hosts,
    TestPlan.@Nullable Credentials credentials,
    @Nullable Path storageState,
    Duration time) {

  public static SessionSettings of(TestPlan plan, Persona persona) {
    return new SessionSettings(
        plan.url(),
        persona,
        platformOf(plan, persona),
        AllowedHosts.of(plan.url(), plan.allowedHosts()),
        plan.credentials(),
        plan.storageState(),
        plan.budget().time());
  }

  private static Platform platformOf(TestPlan plan, Persona persona) {
    var asked = plan.platform();
    if (asked != null) {
      return asked;
    }
    return persona.touch() ? Platform.PHONE : Platform.DESKTOP;
  }
}
