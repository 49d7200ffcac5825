package dev.hitlai.models.benchmark;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.audit.AuditSubject;
import dev.hitlai.aitester.audit.Audits;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.models.benchmark.PlantedSite.Stop;
import java.time.Duration;
import java.util.List;

/** One state of one page of a planted site, as one persona. */
public final class Examination {
  private static final Duration FOR_AN_AUDIT = Duration.ofSeconds(20);

  private Examination() {}

  /** What all audits say of it. */
  public static List<Finding> audit(
      BrowserPool pool, PlantedSite site, String url, Persona persona, Stop stop)
      throws InterruptedException {
    return ShopBrowsing.visit(
        pool,
        url,
        persona,
        session -> {
          session.open(url + "/"); // As a visitor: the home page first.
          site.visit(url, session.page(), stop);
          var subject = new AuditSubject(Perception.of(session), session.page(), persona, "");
          return Audits.all().stream()
              .flatMap(audit -> session.within(FOR_AN_AUDIT, () -> audit.inspect(subject)).stream())
              .toList();
        });
  }

  /** Which of the findings are a planted defect, by the elements of the live page. */
  public static void compare(
      BrowserPool pool, PlantedSite site, String url, Persona persona, Stop stop, Matching matching)
      throws InterruptedException {
    ShopBrowsing.visit(
        pool,
        url,
        persona,
        session -> {
          site.visit(url, session.page(), stop);
          matching.lookAt(session.page());
          return true;
        });
  }
}
