package dev.hitlai.demosite.site;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An input of a form with its label, and what is planted wrong about it. */
public record Field(
    String name,
    String label,
    String type,
    String autocomplete,
    String hint,
    String extra,
    boolean required,
    Set<Flaw> flaws) {

  public enum Flaw {
    PLACEHOLDER_LABEL,
    NO_AUTOCOMPLETE,
    REQUIRED_UNMARKED,
    ERROR_UNLINKED,
    ERROR_BY_COLOUR,
    HINT_MISSING
  }

  public static Field of(String name, String label, String type, String autocomplete) {
    return new Field(name, label, type, autocomplete, "", "", false, Set.of());
  }

  public Field asRequired() {
    return new Field(name, label, type, autocomplete, hint, extra, true, flaws);
  }

  public Field hinted(String newHint) {
    return new Field(name, label, type, autocomplete, newHint, extra, required, flaws);
  }

  /** More attributes, as HTML. */
  public Field with(String newExtra) {
    return new Field(name, label, type, autocomplete, hint, newExtra, required, flaws);
  }

  public Field flawed(boolean planted, Flaw flaw) {
    if (!planted) {
      return this;
    }
    Set<Flaw> more = EnumSet.of(flaw);
    more.addAll(flaws);
    return new Field(name, label, type, autocomplete, hint, extra, required, Set.copyOf(more));
  }

  public boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  /** The values that the template of a field asks for; {@code error} is empty when all is well. */
  public Map<String, Object> view(String value, String error) {
    boolean wrong = !error.isEmpty();
    boolean told = wrong && !has(Flaw.ERROR_BY_COLOUR);
    boolean linked = told && !has(Flaw.ERROR_UNLINKED);
    String shownHint = has(Flaw.HINT_MISSING) ? "" : hint;
    Map<String, Object> view = new HashMap<>();
    view.put("name", name);
    view.put("label", label);
    view.put("type", type);
    view.put("value", value);
    view.put("autocomplete", has(Flaw.NO_AUTOCOMPLETE) ? "" : autocomplete);
    view.put("hint", shownHint);
    view.put("extra", extra);
    view.put("mark", required && !has(Flaw.REQUIRED_UNMARKED));
    view.put("requiredAttribute", required && !has(Flaw.REQUIRED_UNMARKED));
    view.put("placeholderLabel", has(Flaw.PLACEHOLDER_LABEL));
    view.put("error", told);
    view.put("errorText", told ? error : "");
    view.put("invalid", linked);
    view.put("colourOnly", wrong && has(Flaw.ERROR_BY_COLOUR));
    view.put("describedBy", describedBy(linked, !shownHint.isEmpty()));
    return view;
  }

  private String describedBy(boolean linked, boolean hinted) {
    return ((hinted ? name + "-hint " : "") + (linked ? name + "-error" : "")).strip();
  }
}
