package dev.hitlai.demosite.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static String render(String template, Map<String, ?> values) {
    return Template.parse(template).render(values, id -> id.equals("planted"));
  }

  @Test
  void escapesValuesUnlessToldNotTo() {
    assertThat(render("{{a}} {{{a}}}", Map.of("a", "<b>\"'&")))
        .isEqualTo("&lt;b&gt;&quot;&#39;&amp; <b>\"'&");
  }

  @Test
  void repeatsForAListAndDecidesForAnythingElse() {
    assertThat(render("{{#l}}[{{it}}]{{:}}none{{/}}", Map.of("l", List.of(1, 2))))
        .isEqualTo("[1][2]");
    assertThat(render("{{#l}}[{{it}}]{{:}}none{{/}}", Map.of("l", List.of()))).isEqualTo("none");
    assertThat(render("{{#f}}yes{{:}}no{{/}}", Map.of("f", false))).isEqualTo("no");
    assertThat(render("{{#f}}{{f}}{{/}}", Map.of("f", "text"))).isEqualTo("text");
  }

  @Test
  void choosesBetweenTheDefectAndTheCleanText() {
    assertThat(render("{{?planted}}bad{{:}}good{{/}}{{?other}}bad{{:}}good{{/}}", Map.of()))
        .isEqualTo("badgood");
  }

  @Test
  void refusesAnUnknownValueAndAnOpenSection() {
    assertThatThrownBy(() -> render("{{a}}", Map.of())).hasMessageContaining("asks for a");
    assertThatThrownBy(() -> Template.parse("{{#a}}")).hasMessageContaining("never closed: a");
  }
}
