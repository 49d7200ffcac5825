package dev.hitlai.models.benchmark;

import java.util.List;
import java.util.Map;

/**
 * Which of our rules can be a catalogued defect, by the defect's rule. A finding on the right
 * element under a rule of another family doesn't count. The rows from {@code focus-obscured} on
 * were written by meaning alone, before any result on the booking site was seen.
 */
final class Families {
  private static final Map<String, List<String>> RULES =
      Map.ofEntries(
          Map.entry(
              "skip-link-missing",
              List.of("axe/bypass", "axe/skip-link", "keyboard/skip-link", "bypass")),
          Map.entry(
              "missing-label",
              List.of(
                  "axe/label",
                  "axe/select-name",
                  "forms/placeholder",
                  "forms/unseen-label",
                  "axe/label-title-only",
                  "behaviour/nameless")),
          Map.entry(
              "unlabelled-icon",
              List.of(
                  "axe/link-name", "axe/button-name", "controls/icon-only", "behaviour/nameless")),
          Map.entry(
              "unlabelled-button",
              List.of("axe/button-name", "controls/icon-only", "behaviour/nameless")),
          Map.entry(
              "hover-only-menu",
              List.of(
                  "hover-only",
                  "controls/mouse-only",
                  "behaviour/unreachable-by-keyboard",
                  "behaviour/overlooked")),
          Map.entry("unexpected-new-tab", List.of("new-tab", "behaviour/new-tab")),
          Map.entry(
              "low-contrast",
              List.of(
                  "axe/color-contrast",
                  "text-over-image/drawn",
                  "persona-contrast",
                  "behaviour/overlooked")),
          Map.entry("tiny-text", List.of("text-size")),
          Map.entry("focus-invisible", List.of("keyboard/focus-visible")),
          Map.entry(
              "overlay-covers-content",
              List.of("cookie-banner/covers", "overlay", "behaviour/failed-action")),
          Map.entry(
              "decline-hidden",
              List.of(
                  "cookie-banner/hidden-decline",
                  "cookie-banner/no-decline",
                  "axe/color-contrast",
                  "text-size",
                  "target-size")),
          Map.entry("tracker-before-consent", List.of("privacy/tracker")),
          Map.entry("insecure-cookie", List.of("headers/cookie")),
          Map.entry("security-headers-missing", List.of("headers/missing")),
          Map.entry("redirect-loop", List.of("broken-links/loop")),
          Map.entry("broken-link", List.of("broken-links")),
          Map.entry(
              "dead-link",
              List.of("broken-links", "controls/anchor", "controls/dead", "behaviour/dead-click")),
          Map.entry("motion-without-pause", List.of("motion")),
          Map.entry("text-over-image", List.of("text-over-image", "axe/color-contrast")),
          Map.entry(
              "dead-click",
              List.of(
                  "behaviour/dead-click",
                  "controls/dead",
                  "controls/anchor",
                  "controls/no-answer")),
          Map.entry(
              "layout-shift", List.of("vitals/cls", "vitals/late-shift", "behaviour/layout-shift")),
          Map.entry("missing-alt", List.of("axe/image-alt")),
          Map.entry("duplicate-id", List.of("axe/duplicate-id", "duplicate-id")),
          Map.entry("list-structure", List.of("axe/list", "axe/listitem")),
          Map.entry("heading-skipped", List.of("axe/heading-order")),
          Map.entry("broken-image", List.of("images/broken")),
          Map.entry("vague-link-text", List.of("link-text", "behaviour/ambiguous-labels")),
          Map.entry("oversized-image", List.of("images/oversize", "images/heavy", "vitals/weight")),
          Map.entry(
              "render-blocking-script",
              List.of("requests/slow", "vitals/lcp", "vitals/blocking", "requests/blocking")),
          Map.entry("console-error", List.of("console", "behaviour/script-error")),
          Map.entry("pre-ticked-consent", List.of("deceptive/ticked", "cookie-banner/ticked")),
          Map.entry("confirmshaming", List.of("deceptive/shaming")),
          Map.entry("landmark-missing", List.of("axe/landmark-one-main", "axe/region")),
          Map.entry(
              "oversized-script",
              List.of("requests/slow", "vitals/scripts", "vitals/weight", "requests/heavy")),
          Map.entry(
              "same-name-different-target",
              List.of("link-names", "link-text", "behaviour/ambiguous-labels")),
          Map.entry("sort-wrong", List.of("sort")),
          Map.entry(
              "filter-without-effect",
              List.of("behaviour/dead-click", "behaviour/filter", "filter")),
          Map.entry(
              "change-on-input", List.of("keyboard/change-on-input", "forms/change-on-input")),
          Map.entry("state-lost", List.of("navigation/state-lost", "state-lost")),
          Map.entry("tiny-target", List.of("target-size")),
          Map.entry("text-truncated", List.of("truncation")),
          Map.entry("text-clipped", List.of("truncation")),
          Map.entry("text-overlap", List.of("overlap", "axe/color-contrast")),
          Map.entry("colour-only", List.of("colour-only")),
          Map.entry("horizontal-scroll", List.of("reflow")),
          Map.entry("image-without-dimensions", List.of("images/dimensions")),
          Map.entry("duplicate-title", List.of("titles")),
          Map.entry("zoom-blocked", List.of("axe/meta-viewport")),
          Map.entry("noise-alt", List.of("images/alt")),
          Map.entry(
              "keyboard-unreachable",
              List.of(
                  "controls/mouse-only",
                  "keyboard/unreachable",
                  "behaviour/unreachable-by-keyboard")),
          Map.entry("fake-urgency", List.of("deceptive/urgency")),
          Map.entry("wrong-input-type", List.of("forms/input-type")),
          Map.entry("status-not-announced", List.of("status")),
          Map.entry("keyboard-trap", List.of("keyboard/trap", "dialogs")),
          Map.entry(
              "table-without-headers",
              List.of("tables", "axe/td-headers-attr", "axe/empty-table-header")),
          Map.entry(
              "script-error-on-click",
              List.of("behaviour/script-error", "console", "behaviour/dead-click")),
          Map.entry("hidden-but-focusable", List.of("axe/aria-hidden-focus")),
          Map.entry("long-justified-lines", List.of("justified-text", "line-length")),
          Map.entry("h1-missing", List.of("axe/page-has-heading-one")),
          Map.entry(
              "slow-response",
              List.of("vitals/ttfb", "requests/slow", "vitals/lcp", "behaviour/slow-response")),
          Map.entry(
              "search-misses-plural", List.of("search", "behaviour/lost", "behaviour/backtrack")),
          Map.entry("no-results-dead-end", List.of("search", "dead-end", "behaviour/lost")),
          Map.entry("time-limit", List.of("status/limit")),
          Map.entry(
              "primary-action-buried",
              List.of("behaviour/below-the-fold", "axe/color-contrast", "behaviour/overlooked")),
          Map.entry("sneak-into-basket", List.of("deceptive/sneaked", "deceptive/fee")),
          Map.entry(
              "required-not-marked", List.of("forms/required", "behaviour/unmarked-required")),
          Map.entry("missing-autocomplete", List.of("forms/autocomplete")),
          Map.entry("placeholder-as-label", List.of("forms/placeholder", "axe/label")),
          Map.entry("format-too-strict", List.of("forms/strict", "behaviour/unhelpful-error")),
          Map.entry(
              "vague-error-message", List.of("forms/vague-error", "behaviour/unhelpful-error")),
          Map.entry("error-not-announced", List.of("forms/error")),
          Map.entry("input-lost-after-error", List.of("behaviour/input-lost", "forms/input-lost")),
          Map.entry("fieldset-missing", List.of("forms/group")),
          Map.entry("costly-default", List.of("deceptive/costly-default")),
          Map.entry("format-not-told", List.of("forms/format")),
          Map.entry("hidden-cost", List.of("deceptive/fee")),
          Map.entry("paste-blocked", List.of("forms/paste")),
          Map.entry("confusing-consent", List.of("deceptive/confusing")),
          Map.entry(
              "label-name-mismatch",
              List.of("controls/label-in-name", "axe/label-content-name-mismatch")),
          Map.entry("token-in-url", List.of("security/token-url", "security/token-link")),
          Map.entry("password-in-url", List.of("security/secret-get")),
          Map.entry("password-without-autocomplete", List.of("forms/secret")),
          Map.entry("account-enumeration", List.of("security/enumeration")),
          Map.entry("rules-shown-late", List.of("forms/password-rules")),
          Map.entry("excessive-data", List.of("privacy/excessive", "deceptive/excessive")),
          Map.entry("focus-order", List.of("axe/tabindex", "keyboard/focus-order")),
          Map.entry(
              "insecure-form-target", List.of("security/form-http", "security/password-http")),
          Map.entry(
              "no-feedback",
              List.of("behaviour/dead-click", "behaviour/no-feedback", "controls/no-answer")),
          Map.entry("misleading-link", List.of("behaviour/backtrack", "link-target")),
          Map.entry(
              "blank-without-noopener", List.of("security/opener", "new-tab", "behaviour/new-tab")),
          Map.entry("hard-to-read", List.of("readability")),
          Map.entry("all-caps", List.of("all-caps")),
          Map.entry("link-by-colour-only", List.of("colour-only", "axe/link-in-text-block")),
          Map.entry("missing-lang", List.of("axe/html-has-lang")),
          Map.entry("frame-title", List.of("axe/frame-title")),
          Map.entry("error-by-colour-only", List.of("colour-only", "forms/error")),
          Map.entry(
              "focus-obscured", List.of("keyboard/focus-obscured", "keyboard/obscured", "overlay")),
          Map.entry(
              "outdated-content", List.of("content/outdated", "outdated", "freshness", "dates")),
          Map.entry(
              "information-leak", List.of("security/leak", "security/comment", "security/secret")),
          Map.entry("vulnerable-library", List.of("security/library", "libraries")),
          Map.entry(
              "uncompressed-assets", List.of("requests/uncompressed", "requests/compression")),
          Map.entry(
              "image-distorted", List.of("images/distorted", "images/aspect", "images/ratio")),
          Map.entry(
              "placeholder-text",
              List.of("content/placeholder", "placeholder-text", "readability/filler")),
          Map.entry(
              "wrong-lang",
              List.of(
                  "axe/html-lang-valid",
                  "axe/html-xml-lang-mismatch",
                  "axe/valid-lang",
                  "language",
                  "lang")),
          Map.entry("mixed-language", List.of("axe/valid-lang", "language", "lang")),
          Map.entry("heading-empty", List.of("axe/empty-heading", "headings")),
          Map.entry(
              "drag-only",
              List.of(
                  "drag",
                  "controls/drag",
                  "keyboard/drag",
                  "controls/mouse-only",
                  "keyboard/unreachable",
                  "behaviour/unreachable-by-keyboard")),
          Map.entry(
              "invalid-input-accepted",
              List.of(
                  "forms/validation",
                  "forms/range",
                  "forms/invalid-accepted",
                  "behaviour/invalid-accepted")),
          Map.entry("ambiguous-date", List.of("dates", "content/date", "ambiguous-date")),
          Map.entry(
              "hover-only-content",
              List.of(
                  "hover-only",
                  "controls/mouse-only",
                  "keyboard/unreachable",
                  "behaviour/unreachable-by-keyboard",
                  "behaviour/overlooked")),
          Map.entry(
              "state-not-exposed",
              List.of(
                  "controls/state",
                  "states",
                  "disclosure",
                  "expanded",
                  "status/state",
                  "colour-only",
                  "axe/aria-required-attr")),
          Map.entry("nested-interactive", List.of("axe/nested-interactive")),
          Map.entry("graphic-without-name", List.of("axe/role-img-alt", "axe/svg-img-alt")),
          Map.entry(
              "focus-lost",
              List.of("focus-lost", "keyboard/focus-lost", "keyboard/focus", "dialogs")),
          Map.entry(
              "dialog-focus-not-moved",
              List.of("dialogs", "keyboard/dialog", "keyboard/focus-lost", "keyboard/focus")),
          Map.entry(
              "control-without-role",
              List.of("controls/role", "controls/no-role", "tabs", "controls/mouse-only")),
          Map.entry(
              "missing-information",
              List.of("content/missing", "missing-information", "behaviour/lost")),
          Map.entry(
              "price-inconsistent",
              List.of("consistency", "prices", "content/price", "deceptive/price")),
          Map.entry("inconsistent-terms", List.of("consistency", "wording", "terms")),
          Map.entry(
              "disabled-without-reason",
              List.of("forms/disabled", "controls/disabled", "behaviour/disabled")),
          Map.entry("select-unsorted", List.of("forms/options", "forms/unsorted", "sort")),
          Map.entry(
              "input-lost-on-back",
              List.of(
                  "behaviour/input-lost",
                  "forms/input-lost",
                  "state-lost",
                  "navigation/state-lost")),
          Map.entry("total-not-updated", List.of("totals", "behaviour/stale", "behaviour/total")),
          Map.entry(
              "vague-button-text",
              List.of(
                  "controls/vague",
                  "buttons",
                  "link-text",
                  "deceptive/vague",
                  "behaviour/ambiguous-labels")),
          Map.entry(
              "password-visible",
              List.of(
                  "forms/secret",
                  "forms/input-type",
                  "security/password",
                  "security/secret",
                  "security/secret-visible")),
          Map.entry("reset-button", List.of("forms/reset")),
          Map.entry("access-control", List.of("security/access", "security/authorisation")),
          Map.entry(
              "no-confirmation",
              List.of(
                  "forms/confirmation",
                  "controls/irreversible",
                  "destructive",
                  "behaviour/no-confirmation")),
          Map.entry(
              "change-not-saved",
              List.of("state-lost", "behaviour/not-saved", "behaviour/change-lost")),
          Map.entry(
              "obstructed-exit",
              List.of(
                  "deceptive/obstruction",
                  "deceptive/obstructed",
                  "deceptive/exit",
                  "deceptive/cancel")),
          Map.entry(
              "contradiction", List.of("consistency", "contradiction", "content/contradiction")),
          Map.entry("spelling", List.of("spelling", "content/spelling")),
          Map.entry("image-of-text", List.of("images/text", "image-of-text", "images/alt")),
          Map.entry("input-limit-not-told", List.of("forms/limit", "forms/maxlength")),
          Map.entry(
              "info-only-in-image",
              List.of("images/text", "image-of-text", "images/alt", "axe/image-alt")));

  private Families() {}

  /** Whether a finding under our rule can be a defect under the catalogue's. */
  static boolean match(String defectRule, String ours) {
    return RULES.getOrDefault(defectRule, List.of()).stream()
        .anyMatch(rule -> ours.equals(rule) || ours.startsWith(rule + "/"));
  }
}
