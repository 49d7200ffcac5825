package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.page.PageView;
import java.util.List;
import java.util.Map;

/**
 * A page state as the browser kept it.
 *
 * @param html well-formed and compact; {@code _b} is an element's box in pixels of the page as
 *     {@code x,y,width,height}, {@code _k} the contrast of its text, {@code _s} its font size in
 *     pixels, {@code _v} what a field held. Empty when the page could not be kept
 * @param whole whether all of the page is in {@code html}: what is missing from a part proves
 *     nothing
 * @param vitals as in {@link PageView#vitals()}
 */
public record KeptPage(
    String url,
    String title,
    String fingerprint,
    String html,
    boolean whole,
    double width,
    double height,
    Map<String, Double> vitals,
    List<PageView.ConsoleMessage> console,
    List<PageView.Request> requests) {

  public KeptPage {
    vitals = Map.copyOf(vitals);
    console = List.copyOf(console);
    requests = List.copyOf(requests);
  }

  /** What is perceived of a state, with its markup. */
  public static KeptPage of(PageView view, String html, boolean whole) {
    return new KeptPage(
        view.url(),
        view.title(),
        view.fingerprint(),
        html,
        whole,
        view.viewport().pageWidth(),
        view.viewport().pageHeight(),
        view.vitals(),
        view.console(),
        view.requests());
  }
}
