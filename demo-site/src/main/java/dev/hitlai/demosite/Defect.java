package dev.hitlai.demosite;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One planted defect of a demo site.
 *
 * @param id stable name, also the switch in code and templates
 * @param page a path (with query where needed) on which the defect can be met
 * @param where glob over paths on which the same defect shows too; {@code *} stands for anything
 * @param selector CSS of the defective element, empty for a defect of the page as a whole
 * @param reach what has to happen before it shows
 * @param kind finding category, one of {@link #KINDS}
 * @param rule short machine name of what is wrong
 * @param wcag WCAG 2.2 success criteria, empty where none applies
 * @param severity one of {@link #SEVERITIES}
 * @param persona names of the personas that feel it, or only {@code all}
 * @param description what a person experiences
 * @param fix what the clean twin does instead
 */
public record Defect(
    String id,
    String page,
    String where,
    Optional<String> selector,
    Reach reach,
    String kind,
    String rule,
    List<String> wcag,
    String severity,
    List<String> persona,
    String description,
    String fix) {

  public static final Set<String> KINDS =
      Set.of(
          "navigation",
          "forms",
          "content",
          "visual",
          "accessibility",
          "performance",
          "functional",
          "security",
          "privacy");

  public static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");

  public static final Set<String> PERSONAS =
      Set.of(
          "all",
          "senior_casual",
          "young_power_user",
          "middle_age_moderate",
          "accessibility_focused",
          "mobile_commuter");

  /** What a visitor does before the defective element is there. */
  public enum Reach {
    /** Open the page. */
    OPEN,
    /** Put a product into the basket, then open the page. */
    BASKET,
    /** Go through the checkout up to the page. */
    CHECKOUT,
    /** Sign in, then open the page. */
    ACCOUNT,
    /** Send the page's form with mistakes in it. */
    ERROR,
    /** Use the page (press the control, wait for what comes late). */
    ACTION
  }

  public Defect {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)+")) {
      throw new IllegalArgumentException("Defect id must be kebab-case with a page prefix: " + id);
    }
    require(page.startsWith("/"), id, "page must be a path");
    require(KINDS.contains(kind), id, "unknown kind " + kind);
    require(SEVERITIES.contains(severity), id, "unknown severity " + severity);
    require(
        !persona.isEmpty() && PERSONAS.containsAll(persona), id, "unknown persona in " + persona);
    require(rule.matches("[a-z0-9-]+"), id, "rule must be kebab-case");
    require(!description.isBlank() && !fix.isBlank(), id, "description and fix are needed");
    Objects.requireNonNull(reach);
    wcag = List.copyOf(wcag);
    persona = List.copyOf(persona);
  }

  /** Whether a finding on this path (without query) can be this defect. */
  public boolean appliesTo(String path) {
    return Pattern.matches(Pattern.quote(where).replace("*", "\\E.*\\Q"), path)
        || path.equals(page.replaceFirst("\\?.*", ""));
  }

  /** Whether this persona feels the defect. */
  public boolean concerns(String personaName) {
    return persona.contains("all") || persona.contains(personaName);
  }

  private static void require(boolean holds, String id, String message) {
    if (!holds) {
      throw new IllegalArgumentException("Defect " + id + ": " + message);
    }
  }
}
