package dev.hitlai.models.benchmark;

import com.microsoft.playwright.Page;
import dev.hitlai.demosite.Defect.Reach;
import dev.hitlai.demosite.DefectCatalogue;
import java.util.List;

/** A site with catalogued defects and a clean twin: where to look in it, and what to try there. */
public interface PlantedSite {
  String name();

  DefectCatalogue catalogue();

  /** Opens the flawed site, or its twin, on a free port. */
  default Running open(boolean clean) {
    return open(clean, 0);
  }

  /**
   * @param port to listen at, 0 for any that is free
   */
  Running open(boolean clean, int port);

  List<String> missions();

  /** Every page, in each state that a few moves bring it into. */
  List<Stop> stops();

  /** Brings the page there; throws when the site doesn't let it. */
  void visit(String base, Page page, Stop stop);

  /**
   * @param form selector of the form that is sent with mistakes, for {@link Reach#ERROR}
   */
  record Stop(String path, Reach reach, String form) {
    public static Stop open(String path) {
      return new Stop(path, Reach.OPEN, "");
    }
  }

  /** A site that answers until it is closed. */
  record Running(String url, Runnable ending) implements AutoCloseable {
    @Override
    public void close() {
      ending.run();
    }
  }
}
