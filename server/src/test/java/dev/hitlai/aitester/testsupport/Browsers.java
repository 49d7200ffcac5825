package dev.hitlai.aitester.testsupport;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.SessionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The browsers that all tests of this JVM share. */
public final class Browsers {
  private static final class Holder {
    private static final BrowserPool POOL =
        new BrowserPool(BrowserInstallation.find(System.getenv()), 2);
  }

  private Browsers() {}

  public static BrowserPool pool() {
    return Holder.POOL;
  }

  public static Persona persona(String name) {
    return ShippedPersonas.named(name).orElseThrow();
  }

  public static TestPlan plan(URI url, Duration time, Persona... personas) {
    return new TestPlan(
        url, List.of(), List.of(personas), null, new Budget(time, 12, 12), Set.of(), null, null, 7);
  }

  /** Works in a fresh session of a mouse user, with the page opened. */
  public static <T> T at(URI url, Function<BrowserSession, T> work) {
    return at(url, "middle_age_moderate", work);
  }

  public static <T> T at(URI url, String persona, Function<BrowserSession, T> work) {
    var settings =
        SessionSettings.of(plan(url, Duration.ofSeconds(60), persona(persona)), persona(persona));
    return in(
        settings,
        session -> {
          session.open(url.toString());
          return work.apply(session);
        });
  }

  public static <T> T in(SessionSettings settings, Function<BrowserSession, T> work) {
    var future =
        pool()
            .submit(
                browsing -> {
                  try (var session = browsing.open(settings)) {
                    return work.apply(session);
                  }
                });
    try {
      return future.get(90, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
