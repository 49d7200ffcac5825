package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.web.view.Address;
import dev.hitlai.web.view.Option;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filter bar above the findings.
 *
 * @param csvHref the same findings as a file
 */
public record IssueFilters(
    String severity,
    String category,
    String status,
    String review,
    String text,
    String sort,
    boolean active,
    String csvHref) {

  static IssueFilters of(Address address, FindingFilter filter, String sort) {
    boolean active = !filter.equals(FindingFilter.ALL);
    return new IssueFilters(
        orEmpty(filter.severity()),
        orEmpty(filter.category()),
        orEmpty(filter.status()),
        orEmpty(filter.review()),
        orEmpty(filter.text()),
        sort,
        active,
        new Address("/company/issues.csv", address.without("page").query()).toString());
  }

  public List<Option> severities() {
    return options("critical", "high", "medium", "low");
  }

  public List<Option> categories() {
    return FindingFilter.CATEGORIES.stream().sorted().map(IssueFilters::option).toList();
  }

  public List<Option> statuses() {
    return options("unresolved", "open", "in_progress", "resolved", "closed", "wont_fix");
  }

  public List<Option> reviews() {
    return List.of(Option.of("waiting", "Waiting for a person"));
  }

  public List<Option> sorts() {
    return List.of(
        Option.of("severity", "Gravest first"),
        Option.of("newest", "Newest first"),
        Option.of("confidence", "Least certain first"));
  }

  private static List<Option> options(String... codes) {
    return Stream.of(codes).map(IssueFilters::option).toList();
  }

  private static Option option(String code) {
    return Option.of(code, Words.title(code));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
