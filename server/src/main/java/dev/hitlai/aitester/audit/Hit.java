package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Box;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a probe found in the page.
 *
 * @param rule which of the probe's rules; empty when it has one
 * @param selector null for the page as a whole
 * @param signature structure that elements from the same template share
 * @param identity words that belong to the defect; elements of one signature with different
 *     identities are different defects
 * @param label what a person would call the element
 */
record Hit(
    String rule,
    @Nullable String selector,
    String signature,
    String identity,
    String label,
    @Nullable String html,
    @Nullable Box box,
    Map<String, Object> measured) {

  Hit {
    measured = Map.copyOf(measured);
  }

  /** Where it is: the page that was looked at, or the one that the probe names. */
  String address(String page) {
    return measured.get("address") instanceof String address ? address : page;
  }

  Hit withoutBox() {
    return new Hit(rule, selector, signature, identity, label, html, null, measured);
  }

  /** A measured number, rounded. */
  long whole(String name) {
    return Math.round(number(name));
  }

  double number(String name) {
    if (measured.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("The probe measured no number called " + name);
  }

  String word(String name) {
    return String.valueOf(measured.getOrDefault(name, ""));
  }

  /** The element's label in quotes, short enough for a title. */
  String quoted() {
    return quoted(label);
  }

  static String quoted(String text) {
    return "“" + (text.length() > 60 ? text.substring(0, 57) + "…" : text) + "”";
  }
}
