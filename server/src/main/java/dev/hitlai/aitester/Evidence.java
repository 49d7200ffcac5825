package dev.hitlai.aitester;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the browser kept to prove a finding.
 *
 * @param screenshot reference from the {@link EvidenceStore}; annotated with the box when there is
 *     one
 * @param box where on the page
 * @param html the element's opening markup, at most 500 characters
 * @param measured named values, e.g. {@code contrast → 2.91}, {@code required → 4.5}
 */
public record Evidence(
    @Nullable String screenshot,
    @Nullable Box box,
    @Nullable String html,
    Map<String, Object> measured) {

  public static final Evidence NONE = new Evidence(null, null, null, Map.of());

  public Evidence {
    measured = java.util.Collections.unmodifiableMap(new TreeMap<>(measured));
    if (html != null && html.length() > 500) {
      html = html.substring(0, 497) + "...";
    }
  }

  public Evidence withScreenshot(@Nullable String reference) {
    return new Evidence(reference, box, html, measured);
  }
}
