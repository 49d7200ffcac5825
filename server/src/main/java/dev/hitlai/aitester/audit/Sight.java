package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.List;

/**
 * A page as it lies before a persona's eyes: each control, word and picture in its place, and what
 * a field holds. Two sights that are equal make the same picture, pixel for pixel, as far as the
 * tester can tell; a state ({@link PageView#fingerprint()}) is the same on many screens.
 */
public record Sight(
    String url,
    PageView.Viewport viewport,
    List<Element> elements,
    List<PageView.TextBlock> texts,
    List<PageView.Heading> headings,
    List<PageView.Image> images,
    Eyes eyes) {

  /** What a persona brings along that changes how a page is drawn. */
  public record Eyes(
      boolean touch,
      double textZoom,
      boolean darkMode,
      boolean reducedMotion,
      boolean slowNetwork,
      String locale) {
    public static Eyes of(Persona persona) {
      return new Eyes(
          persona.touch(),
          persona.textZoom(),
          persona.darkMode(),
          persona.reducedMotion(),
          persona.slowNetwork(),
          persona.locale());
    }
  }

  public static Sight of(PageView view, Persona persona) {
    return new Sight(
        view.url(),
        view.viewport(),
        view.elements(),
        view.texts(),
        view.headings(),
        view.images(),
        Eyes.of(persona));
  }
}
