package dev.hitlai.testsupport;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.Element.Context;
import dev.hitlai.aitester.page.Element.Field;
import dev.hitlai.aitester.page.Element.Link;
import dev.hitlai.aitester.page.Element.Look;
import dev.hitlai.aitester.page.Element.State;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.page.PageView.Form;
import dev.hitlai.aitester.page.PageView.Heading;
import dev.hitlai.aitester.page.PageView.Landmark;
import dev.hitlai.aitester.page.PageView.TextBlock;
import dev.hitlai.aitester.page.PageView.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link PageView} by hand, top to bottom: each thing takes the next 40 pixels of a page
 * that is seen through a window of 1280 × 800.
 *
 * <pre>{@code
 * PageViews.page("https://shop.test/", "Shop").nav().link("Returns", "/returns").main().h1("Welcome").view();
 * }</pre>
 */
public final class PageViews {
  private static final int LINE = 40;
  private static final int HEIGHT = 800;

  private final String url;
  private final String title;
  private final List<Element> elements = new ArrayList<>();
  private final List<TextBlock> texts = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final List<Landmark> landmarks = new ArrayList<>();
  private final List<Form> forms = new ArrayList<>();
  private final List<Integer> formFields = new ArrayList<>();
  private String landmark = "main";
  private String group = "";
  private String heading = "";
  private String formName = "";
  private boolean inForm;
  private double scrolled;
  private double y;

  private PageViews(String url, String title) {
    this.url = url;
    this.title = title;
  }

  public static PageViews page(String url, String title) {
    return new PageViews(url, title);
  }

  public PageViews nav() {
    return in("navigation");
  }

  public PageViews main() {
    return in("main");
  }

  public PageViews footer() {
    return in("contentinfo");
  }

  public PageViews in(String role) {
    landmark = role;
    group = "";
    landmarks.add(new Landmark(role, "", line()));
    return this;
  }

  public PageViews group(String label) {
    group = label;
    return this;
  }

  public PageViews space(int pixels) {
    y += pixels;
    return this;
  }

  public PageViews scrolledTo(double pixels) {
    scrolled = pixels;
    return this;
  }

  public PageViews h1(String text) {
    return heading(1, text);
  }

  public PageViews heading(int level, String text) {
    headings.add(new Heading(level, text, line()));
    heading = text;
    y += LINE;
    return this;
  }

  public PageViews text(String text) {
    texts.add(
        new TextBlock(text, 16, 12, 60, line(), "p:nth-of-type(" + texts.size() + ")", landmark));
    y += LINE;
    return this;
  }

  public PageViews link(String label, String href) {
    var address = href.contains(":") ? href : root() + href;
    var external = href.contains(":") && !href.startsWith(root());
    return add(
        "a",
        "link",
        label,
        label,
        "a-" + slug(label) + "-" + slug(group),
        plain(),
        null,
        new Link(address, false, external, false),
        null);
  }

  public PageViews button(String label) {
    return button(label, null);
  }

  /** A button that opens something: {@code expanded} false while closed. */
  public PageViews button(String label, @Nullable Boolean expanded) {
    return add(
        "button",
        "button",
        label,
        label,
        "b-" + slug(label) + "-" + slug(group),
        plain(),
        expanded,
        null,
        null);
  }

  /** An icon without text; name is what assistive technology hears, perhaps nothing. */
  public PageViews icon(String name, String href) {
    var look = new Look(true, inView(), false, 16, 0, "#000", "#fff", true, false);
    return add(
        "a",
        "link",
        name,
        "",
        "i-" + slug(href),
        look,
        null,
        new Link(root() + href, false, false, false),
        null);
  }

  /** A link with words too faint for some eyes. */
  public PageViews faintLink(String label, String href, double contrast) {
    var look = new Look(true, inView(), false, 16, contrast, "#ccc", "#fff", false, false);
    return add(
        "a",
        "link",
        label,
        label,
        "a-" + slug(label),
        look,
        null,
        new Link(root() + href, false, false, false),
        null);
  }

  public PageViews form(String name) {
    inForm = true;
    formName = name;
    formFields.clear();
    return this;
  }

  public PageViews field(String type, String label) {
    return field(type, label, false, "", 0);
  }

  public PageViews required(String type, String label) {
    return field(type, label, true, "", 0);
  }

  public PageViews field(
      String type, String label, boolean required, String error, int valueLength) {
    return control(type, label, "", required, error, valueLength, List.of(), null);
  }

  public PageViews select(String label, boolean required, String... options) {
    return control(
        "select",
        label,
        "",
        required,
        "",
        options.length == 0 ? 0 : options[0].length(),
        List.of(options),
        null);
  }

  public PageViews checkbox(String label, boolean required, boolean checked) {
    return control("checkbox", label, "", required, "", 0, List.of(), checked);
  }

  public PageViews radio(String label, boolean checked) {
    return control("radio", label, "", false, "", 0, List.of(), checked);
  }

  public PageViews control(
      String type,
      String label,
      String hint,
      boolean required,
      String error,
      int valueLength,
      List<String> options,
      @Nullable Boolean checked) {
    var ref = elements.size();
    var field =
        new Field(
            inForm ? forms.size() : -1,
            type,
            label,
            "",
            "",
            hint,
            required,
            !error.isEmpty(),
            error,
            null,
            0,
            valueLength,
            options);
    var role =
        switch (type) {
          case "select" -> "combobox";
          case "checkbox", "radio" -> type;
          case "search" -> "searchbox";
          default -> "textbox";
        };
    if (inForm) {
      formFields.add(ref);
    }
    var state = new State(false, checked, null, null, false, false);
    var text = options.isEmpty() ? "" : options.getFirst();
    put(
        new Element(
            ref,
            0,
            "input",
            role,
            label,
            text,
            "f-" + slug(label) + "-" + slug(group),
            line(),
            plain(),
            state,
            context(),
            null,
            field,
            ref,
            ref));
    return this;
  }

  /** The form's button; ends the form. */
  public PageViews submit(String label) {
    var ref = elements.size();
    button(label);
    forms.add(new Form(forms.size(), formName, url, "post", ref, formFields));
    inForm = false;
    return this;
  }

  private PageViews add(
      String tag,
      String role,
      String name,
      String text,
      String selector,
      Look look,
      @Nullable Boolean expanded,
      @Nullable Link link,
      @Nullable Field field) {
    var ref = elements.size();
    var state = new State(false, null, expanded, null, false, false);
    put(
        new Element(
            ref, 0, tag, role, name, text, selector, line(), look, state, context(), link, field,
            ref, ref));
    return this;
  }

  private void put(Element element) {
    elements.add(element);
    y += LINE;
  }

  private Context context() {
    return new Context(heading, landmark, group);
  }

  private Look plain() {
    return new Look(true, inView(), false, 16, 12, "#111", "#fff", false, false);
  }

  private boolean inView() {
    return y >= scrolled && y < scrolled + HEIGHT;
  }

  private Box line() {
    return new Box(100, y, 300, 30);
  }

  private String root() {
    return url.replaceFirst("^(\\w+://[^/]+).*$", "$1");
  }

  private static String slug(String label) {
    return label.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  public PageView view() {
    var print = Integer.toHexString((url + elements + texts + headings).hashCode());
    return new PageView(
        url,
        title,
        "en",
        print,
        slug(title),
        new Viewport(1280, HEIGHT, 0, scrolled, 1280, y),
        elements,
        texts,
        headings,
        landmarks,
        forms,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }
}
