package dev.hitlai.aitester.page;

import dev.hitlai.aitester.Box;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tester perceives of a page at one moment: immutable, taken in one round trip.
 *
 * @param fingerprint hash of the page's state (address without query values, structure, visible
 *     text): equal for the same state, so that a state is audited once
 * @param template hash of the structure alone: equal for two pages made from the same template
 * @param language the document's declared language, empty when none
 * @param elements everything that can be acted on, in document order
 * @param texts visible text by block, in document order
 * @param vitals name ({@code lcp}, {@code cls}, {@code fcp}, {@code ttfb}, {@code load}) → ms; cls
 *     without unit
 * @param scene everything that is drawn, also what is neither control nor text
 * @param notTested what is on the page and can't be perceived (canvas, media, closed shadow roots)
 */
public record PageView(
    String url,
    String title,
    String language,
    String fingerprint,
    String template,
    Viewport viewport,
    List<Element> elements,
    List<TextBlock> texts,
    List<Heading> headings,
    List<Landmark> landmarks,
    List<Form> forms,
    List<Image> images,
    List<ConsoleMessage> console,
    List<Request> requests,
    Map<String, Double> vitals,
    List<String> notTested,
    Scene scene) {

  public record Viewport(
      int width, int height, double scrollX, double scrollY, double pageWidth, double pageHeight) {}

  /** A run of visible text in one block element. */
  public record TextBlock(
      String text,
      double fontSize,
      double contrast,
      double lineLength,
      Box box,
      String selector,
      String landmark) {}

  public record Heading(int level, String text, Box box) {}

  public record Landmark(String role, String name, Box box) {}

  /**
   * A form (or a group of fields that act as one); {@code submit} is the ref of its button, -1 when
   * none.
   */
  public record Form(
      int index, String name, String action, String method, int submit, List<Integer> fields) {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  public record Image(
      String src,
      String alt,
      boolean altPresent,
      boolean broken,
      int naturalWidth,
      int naturalHeight,
      Box box,
      String selector) {}

  public record ConsoleMessage(String level, String text, String location) {}

  /** A request made since the page was opened; status 0 when it failed. */
  public record Request(
      String method,
      String url,
      String type,
      int status,
      long bytes,
      long millis,
      String failure) {}

  /** A view of controls and text alone. */
  public PageView(
      String url,
      String title,
      String language,
      String fingerprint,
      String template,
      Viewport viewport,
      List<Element> elements,
      List<TextBlock> texts,
      List<Heading> headings,
      List<Landmark> landmarks,
      List<Form> forms,
      List<Image> images,
      List<ConsoleMessage> console,
      List<Request> requests,
      Map<String, Double> vitals,
      List<String> notTested) {
    this(
        url,
        title,
        language,
        fingerprint,
        template,
        viewport,
        elements,
        texts,
        headings,
        landmarks,
        forms,
        images,
        console,
        requests,
        vitals,
        notTested,
        Scene.EMPTY);
  }

  public PageView {
    elements = List.copyOf(elements);
    texts = List.copyOf(texts);
    headings = List.copyOf(headings);
    landmarks = List.copyOf(landmarks);
    forms = List.copyOf(forms);
    images = List.copyOf(images);
    console = List.copyOf(console);
    requests = List.copyOf(requests);
    vitals = Map.copyOf(vitals);
    notTested = List.copyOf(notTested);
  }

  public Optional<Element> element(int ref) {
    return elements.stream().filter(element -> element.ref() == ref).findFirst();
  }
}
