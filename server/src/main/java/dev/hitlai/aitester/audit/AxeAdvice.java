package dev.hitlai.aitester.audit;

import java.util.Map;

/** What an axe rule means for people, in our words; who suffers and how to repair it. */
record AxeAdvice(String title, String who, String why, String fix) {
  private static final String BLIND = "People who listen to a screen reader";
  private static final String KEYBOARD = "People who work with the keyboard";
  private static final String DIM = "People with low vision, and everybody in bright light,";

  private static final Map<String, AxeAdvice> KNOWN =
      Map.ofEntries(
          on(
              "image-alt",
              "Image %s has no text alternative",
              BLIND,
              "hear only a file name, or nothing, where the picture tells something.",
              "Add alt=\"…\" with what the picture tells here, or alt=\"\" if it is decoration."),
          on(
              "input-image-alt",
              "Image button %s has no text alternative",
              BLIND,
              "can't tell what the button does.",
              "Add alt=\"…\" with the action, e.g. “Search”."),
          on(
              "role-img-alt",
              "Graphic %s has no text alternative",
              BLIND,
              "don't learn what it shows.",
              "Add aria-label=\"…\" to the element with role=\"img\"."),
          on(
              "svg-img-alt",
              "Graphic %s has no text alternative",
              BLIND,
              "don't learn what it shows.",
              "Add a title element or aria-label, or aria-hidden=\"true\"."),
          on(
              "label",
              "Field %s has no label",
              BLIND + " or speak to their device",
              "don't learn what to enter.",
              "Add <label for=\"…\"> with the field's name next to it."),
          on(
              "select-name",
              "List %s has no label",
              BLIND,
              "don't learn what is to be chosen.",
              "Add <label for=\"…\"> with what is to be chosen."),
          on(
              "button-name",
              "Button %s has no name",
              BLIND,
              "hear just “button”.",
              "Put text into the button, or aria-label=\"…\" with the action."),
          on(
              "link-name",
              "Link %s has no name",
              BLIND,
              "hear just “link” or its address.",
              "Put text into the link, alt on its image, or aria-label=\"…\" with where it leads."),
          on(
              "html-has-lang",
              "The page doesn't say which language it is in",
              BLIND,
              "hear it pronounced by the rules of a wrong language.",
              "Add the language to the root: <html lang=\"en\">."),
          on(
              "html-lang-valid",
              "The page's language code is not valid",
              BLIND,
              "hear it pronounced by the rules of a wrong language.",
              "Use a BCP 47 code such as lang=\"en\" on the html element."),
          on(
              "document-title",
              "The page has no title",
              BLIND + ", or have many tabs open,",
              "can't tell where they are.",
              "Add <title> with the page's topic and the site's name."),
          on(
              "duplicate-id-aria",
              "Two elements share the id of %s",
              BLIND,
              "hear the name of the wrong element.",
              "Give each element an id of its own."),
          on(
              "heading-order",
              "Heading %s skips a level",
              BLIND + " and jump from heading to heading",
              "think that a part is missing.",
              "Use the next level down, and CSS for the size."),
          on(
              "empty-heading",
              "Heading %s is empty",
              BLIND,
              "land on a heading that says nothing.",
              "Put text into the heading or use another element."),
          on(
              "page-has-heading-one",
              "The page has no main heading",
              BLIND,
              "can't jump to where the page's content begins.",
              "Mark the page's title up as its one <h1>."),
          on(
              "region",
              "%s stands outside of all landmarks",
              BLIND + " and jump between regions",
              "miss it.",
              "Put it into <main>, <nav>, <header>, <footer> or <aside>."),
          on(
              "landmark-one-main",
              "The page has no main landmark",
              BLIND,
              "can't skip to the content.",
              "Wrap the page's own content in one <main>."),
          on(
              "list",
              "List %s holds something besides items",
              BLIND,
              "hear a wrong number of items.",
              "Let ul and ol hold only li (and script, template)."),
          on(
              "listitem",
              "%s is a list item without a list",
              BLIND,
              "don't hear that it belongs to a list.",
              "Wrap the items in <ul> or <ol>."),
          on(
              "frame-title",
              "Frame %s has no title",
              BLIND,
              "don't learn what is in it.",
              "Add title=\"…\" to the iframe."),
          on(
              "meta-viewport",
              "Zooming is switched off",
              DIM,
              "can't enlarge the page by pinching.",
              "Remove user-scalable=no and maximum-scale from the viewport meta element."),
          on(
              "link-in-text-block",
              "Link %s differs from its text by colour alone",
              "People who don't tell colours apart (about 1 man in 12)",
              "don't see that there is a link.",
              "Underline links within text."),
          on(
              "scrollable-region-focusable",
              "%s scrolls but can't be reached by keyboard",
              KEYBOARD,
              "can't read what is further down.",
              "Add tabindex=\"0\", a role and a name to it."),
          on(
              "tabindex",
              "%s forces its own place in the tab order",
              KEYBOARD,
              "jump about the page.",
              "Use tabindex=\"0\" and put it in order in the document."),
          on(
              "nested-interactive",
              "%s holds a control within a control",
              KEYBOARD + " or listen",
              "can't use the inner one.",
              "Put the controls side by side."),
          on(
              "aria-hidden-focus",
              "%s is hidden from assistive technology but takes the focus",
              KEYBOARD + " or listen",
              "land on something that isn't announced.",
              "Remove aria-hidden, or take the controls in it out of the tab order."),
          on(
              "autocomplete-valid",
              "Field %s has a wrong autocomplete value",
              "People who let the browser fill in their data",
              "get no or a wrong proposal.",
              "Use a token of the HTML standard, e.g. email, tel."));

  private static Map.Entry<String, AxeAdvice> on(
      String rule, String title, String who, String why, String fix) {
    return Map.entry(rule, new AxeAdvice(title, who, why, fix));
  }

  static AxeAdvice of(Hit hit) {
    if (hit.rule().equals("color-contrast") && hit.measured().containsKey("contrast")) {
      return contrast(hit);
    }
    var known = KNOWN.get(hit.rule());
    if (known != null) {
      return new AxeAdvice(
          known.title.replace("%s", hit.quoted()), known.who, known.why, known.fix);
    }
    return new AxeAdvice(
        hit.quoted() + " fails “" + hit.word("help") + "”",
        "People who rely on assistive technology",
        "are told something wrong or nothing here.",
        "Make it so: " + hit.word("help") + ".");
  }

  private static AxeAdvice contrast(Hit hit) {
    var text = Colour.of(hit.word("foreground"));
    var ground = Colour.of(hit.word("background"));
    double required = hit.number("required");
    var better = text.passing(ground, required);
    return new AxeAdvice(
        "Text %s has a contrast of only %.2f:1".formatted(hit.quoted(), hit.number("contrast")),
        DIM,
        "can hardly read %s on %s; %.1f:1 is needed.".formatted(text, ground, required),
        better.contrast(ground) >= required
            ? "Use %s for the text (%.2f:1) or change the background."
                .formatted(better, better.contrast(ground))
            : "Change the background: no text colour reaches %.1f:1 on %s."
                .formatted(required, ground));
  }
}
