package dev.hitlai.aitester.perception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PerceptionTest {
  private static final LittleSite SITE = new LittleSite();
  private static PageView view;

  @BeforeAll
  static void lookOnce() {
    SITE.page("/frame", "<button>In the frame</button>");
    SITE.page(
        "/page",
        """
        <style>
          nav ul ul {display:none} nav li:hover ul {display:block}
          .faint {color:#999; background:#fff} .over {position:fixed; left:0; bottom:0; width:100%; height:60px; background:#eee; z-index:5}
        </style>
        <header><a href=/home>Home</a></header>
        <nav aria-label=Main><ul><li><span>Shop</span><ul><li><a href=/hats>Hats</a></li></ul></li></ul></nav>
        <main>
          <h1>Welcome</h1>
          <p class=faint>Faint words that few can read.</p>
          <button id=save aria-describedby=x>Save</button>
          <button data-testid=icon aria-label=Search><svg width=16 height=16><rect width=16 height=16 /></svg></button>
          <div id=clickable style='cursor:pointer'>Only a hand says so</div>
          <a href='https://elsewhere.example/x' target=_blank>Elsewhere</a>
          <h2>Your order</h2>
          <form action=/send method=post aria-label=Order>
            <fieldset><legend>Address</legend>
              <label for=street>Street</label><input id=street name=street required maxlength=40 autocomplete=street-address>
              <input name=city placeholder=City>
              Postcode <input name=zip pattern='[0-9]{5}'>
            </fieldset>
            <label>Mail <input type=email name=mail aria-invalid=true aria-errormessage=e></label><span id=e>Not a mail address</span>
            <select name=country><option>France<option>Spain</select>
            <label><input type=checkbox name=terms checked> Terms</label>
            <button disabled>Send</button>
          </form>
          <div id=host></div>
          <iframe src=/frame title=Inner></iframe>
          <img src=/nowhere.png width=40 height=40>
          <canvas width=10 height=10></canvas>
          <div style='position:absolute;top:3000px'><a href=/far>Far down</a></div>
        </main>
        <div class=over>Cookies</div>
        <script>host.attachShadow({mode:'open'}).innerHTML='<button>In the shadow</button>'</script>\
        """);
    view = look("/page");
  }

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  /**
   * The scripts run as one: a second function of a name would silently take the first one's place.
   */
  @Test
  void noFunctionOfTheScriptsIsDefinedTwice() throws IOException {
    var folder = "/dev/hitlai/aitester/perception/";
    var names = new ArrayList<String>();
    for (var file :
        List.of("world", "names", "fields", "where", "look", "scene", "view", "collect")) {
      try (var script = getClass().getResourceAsStream(folder + file + ".js")) {
        var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        Pattern.compile("(?m)^(?:async )?function (\\w+)")
            .matcher(text)
            .results()
            .forEach(found -> names.add(found.group(1)));
      }
    }
    assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @Test
  void seesTitleLanguageHeadingsAndLandmarks() {
    assertThat(view.title()).isEqualTo("Page /page");
    assertThat(view.language()).isEqualTo("en");
    assertThat(view.headings())
        .extracting(PageView.Heading::text)
        .containsExactly("Welcome", "Your order");
    assertThat(view.landmarks())
        .extracting(PageView.Landmark::role)
        .contains("banner", "navigation", "main");
    assertThat(view.viewport().pageHeight()).isGreaterThan(3000);
  }

  @Test
  void namesControlsLikeAssistiveTechnology() {
    assertThat(named("Save").role()).isEqualTo("button");
    assertThat(named("Search").look().iconOnly()).isTrue();
    assertThat(named("Search").selector()).isEqualTo("[data-testid=\"icon\"]");
    assertThat(named("Save").selector()).isEqualTo("#save");
    assertThat(byText("Only a hand says so").role()).isEqualTo("generic");
  }

  @Test
  void seesThroughOpenShadowRootsAndFramesOfTheSameOrigin() {
    assertThat(named("In the shadow").look().visible()).isTrue();
    assertThat(named("In the frame").frame()).isEqualTo(1);
    assertThat(named("In the frame").box().y()).isGreaterThan(named("Save").box().y());
  }

  @Test
  void readsFieldsWithLabelsConstraintsAndErrors() {
    var street = field("street");
    assertThat(street.label()).isEqualTo("Street");
    assertThat(street.required()).isTrue();
    assertThat(street.maxLength()).isEqualTo(40);
    assertThat(field("city").label()).isEmpty();
    assertThat(field("city").placeholder()).isEqualTo("City");
    assertThat(field("zip").label()).isEqualTo("Postcode");
    assertThat(field("mail").error()).isEqualTo("Not a mail address");
    assertThat(field("mail").invalid()).isTrue();
    assertThat(field("country").options()).containsExactly("France", "Spain");
    assertThat(view.forms())
        .singleElement()
        .satisfies(form -> assertThat(form.fields()).hasSize(6));
  }

  @Test
  void knowsWhatIsFaintFarHiddenOrOnlyShownOnHover() {
    assertThat(view.texts())
        .filteredOn(block -> block.text().startsWith("Faint"))
        .singleElement()
        .satisfies(block -> assertThat(block.contrast()).isBetween(2.8, 2.9));
    assertThat(named("Far down").look().inViewport()).isFalse();
    assertThat(byText("Hats").look().visible()).isFalse();
    assertThat(byText("Hats").look().hoverOnly()).isTrue();
    assertThat(named("Send").state().disabled()).isTrue();
    assertThat(named("Terms").state().checked()).isTrue();
  }

  @Test
  void saysWhereAThingStands() {
    assertThat(element("street").context().heading()).isEqualTo("Your order");
    assertThat(element("street").context().group()).isEqualTo("Address");
    assertThat(element("street").context().landmark()).isEqualTo("form");
    assertThat(named("Elsewhere").link().external()).isTrue();
    assertThat(named("Elsewhere").link().newTab()).isTrue();
    assertThat(view.images())
        .singleElement()
        .satisfies(image -> assertThat(image.altPresent()).isFalse());
    assertThat(view.notTested()).anyMatch(sentence -> sentence.contains("canvas"));
    assertThat(view.vitals()).containsKeys("cls", "ttfb");
  }

  @Test
  void hasTheSameFingerprintForTheSameStateAndTheSameTemplateForAnotherProduct() {
    SITE.page("/product/1", "<h1>Red hat</h1><p>12:00:01</p><ul><li>a<li>b</ul>");
    SITE.page("/product/2", "<h1>Blue hat</h1><p>12:00:01</p><ul><li>a<li>b<li>c</ul>");
    var first = look("/product/1?session=1");
    assertThat(look("/product/1?session=2").fingerprint()).isEqualTo(first.fingerprint());
    var second = look("/product/2");
    assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    assertThat(second.template()).isEqualTo(first.template());
  }

  @Test
  void boundsAPageOfTwentyThousandLinks() {
    SITE.page(
        "/many",
        IntStream.range(0, 20_000)
            .mapToObj(i -> "<a href=/l" + i + ">Link " + i + "</a> ")
            .collect(Collectors.joining()));
    var many = look("/many");
    assertThat(many.elements()).hasSize(2500);
    assertThat(many.notTested()).anyMatch(sentence -> sentence.contains("2500"));
  }

  private static PageView look(String path) {
    var address = SITE.url("/").resolve(path);
    return Browsers.at(
        address,
        session -> {
          session.settle();
          return Perception.of(session);
        });
  }

  private static Element named(String name) {
    return view.elements().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private static Element byText(String text) {
    return view.elements().stream()
        .filter(e -> e.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  private static Element element(String fieldName) {
    return view.elements().stream()
        .filter(
            e ->
                e.field() != null
                    && (e.selector().contains("\"" + fieldName + "\"")
                        || e.selector().equals("#" + fieldName)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(fieldName));
  }

  private static Element.Field field(String fieldName) {
    var field = element(fieldName).field();
    assertThat(field).isNotNull();
    return field;
  }
}
