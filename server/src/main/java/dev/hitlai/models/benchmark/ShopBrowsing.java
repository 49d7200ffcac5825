package dev.hitlai.models.benchmark;

import com.microsoft.playwright.TimeoutError;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.SessionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Sessions in a demo shop, as a persona. */
public final class ShopBrowsing {

  private ShopBrowsing() {}

  /** A fresh visitor's session with nothing open yet. */
  public static <T> T visit(
      BrowserPool pool, String shop, Persona persona, Function<BrowserSession, T> work)
      throws InterruptedException {
    var plan =
        new TestPlan(
            URI.create(shop + "/"),
            List.of(),
            List.of(persona),
            null,
            new Budget(Duration.ofMinutes(10), 200, 100),
            Set.of(),
            null,
            null,
            1);
    var settings = SessionSettings.of(plan, persona);
    return visit(pool, settings, work, 2);
  }

  /** A visit that ran out of time on a busy machine gets another try. */
  private static <T> T visit(
      BrowserPool pool, SessionSettings settings, Function<BrowserSession, T> work, int tries)
      throws InterruptedException {
    try {
      return pool.submit(
              browsing -> {
                try (var session = browsing.open(settings)) {
                  return work.apply(session);
                }
              })
          .get();
    } catch (ExecutionException e) {
      if (tries > 1 && e.getCause() instanceof TimeoutError) {
        return visit(pool, settings, work, tries - 1);
      }
      throw new IllegalStateException("A visit failed", e.getCause());
    }
  }
}
