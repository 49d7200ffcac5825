package dev.hitlai.models.internal;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.finding.FindingMerger;
import dev.hitlai.models.benchmark.Examination;
import dev.hitlai.models.benchmark.Matching;
import dev.hitlai.models.benchmark.PlantedSite;
import dev.hitlai.models.benchmark.PlantedSite.Stop;
import dev.hitlai.models.benchmark.ShopTour;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The built-in engine on the demo shop that ships with the platform: every page, in each state that
 * a few moves bring it into, is audited as two personas, and what comes up is held against the
 * catalogue of planted defects. A finding that is none of them counts as wrong. Defects that show
 * only after an action count too, though no audit can see them: the figure is no upper end.
 */
@Component
class DemoShopTrial implements Trial {
  private static final List<String> PERSONAS = List.of("senior_casual", "mobile_commuter");

  private final PlantedSite site = new ShopTour();
  private final List<Persona> personas;
  private final List<Stop> stops;

  @Autowired
  DemoShopTrial() {
    this(PERSONAS, new ShopTour().stops());
  }

  /** A part of it. */
  DemoShopTrial(List<String> personas, List<Stop> stops) {
    this.personas =
        personas.stream().map(name -> ShippedPersonas.named(name).orElseThrow()).toList();
    this.stops = List.copyOf(stops);
  }

  @Override
  public String name() {
    return "demo-shop";
  }

  @Override
  public String version() {
    return site.catalogue().defects().size() + " defects";
  }

  @Override
  public Result run(ObjIntConsumer<String> progress) throws InterruptedException {
    try (var pool = BrowserPool.onThisMachine();
        var shop = site.open(false)) {
      var steps = new Steps(progress, 2 * personas.size() * stops.size());
      var matching = new Matching(site.catalogue().defects(), found(pool, shop.url(), steps));
      for (Persona persona : personas) {
        for (Stop stop : stops) {
          steps.next("Comparing " + stop.path());
          Examination.compare(pool, site, shop.url(), persona, stop, matching);
        }
      }
      var judgement = matching.judgement();
      return new Result(
          judgement.defects().size(),
          judgement.met().size(),
          judgement.findings().size(),
          (int) judgement.findings().stream().filter(judgement::isTrue).count());
    }
  }

  private List<Finding> found(BrowserPool pool, String url, Steps steps)
      throws InterruptedException {
    var all = new ArrayList<Finding>();
    for (Persona persona : personas) {
      for (Stop stop : stops) {
        steps.next("Auditing " + stop.path() + " as " + persona.label());
        all.addAll(Examination.audit(pool, site, url, persona, stop));
      }
    }
    return FindingMerger.merge(all);
  }

  /** How far it is. */
  private static final class Steps {
    private final ObjIntConsumer<String> progress;
    private final int all;
    private int done;

    Steps(ObjIntConsumer<String> progress, int all) {
      this.progress = progress;
      this.all = all;
    }

    void next(String what) {
      progress.accept(what, 100 * done++ / all);
    }
  }
}
