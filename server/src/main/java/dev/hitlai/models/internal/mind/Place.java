package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.page.PageView;
import java.net.URI;

/** Where a person is on a site, by address and main heading: what stays when the markup changes. */
final class Place {
  private Place() {}

  static String of(PageView page) {
    var heading =
        page.headings().stream()
            .filter(one -> one.level() == 1)
            .map(PageView.Heading::text)
            .findFirst()
            .orElse("");
    return path(page.url()) + " | " + Choices.cut(Choices.plain(heading), 120);
  }

  static String site(URI start) {
    return start.getHost() + (start.getPort() < 0 ? "" : ":" + start.getPort());
  }

  /** Parts with numbers name one thing of many: the pages are made from one template. */
  private static String path(String url) {
    try {
      var path = URI.create(url).getPath();
      return path == null ? "" : Choices.cut(path.replaceAll("[^/]*\\d[^/]*", "#"), 150);
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }
}
