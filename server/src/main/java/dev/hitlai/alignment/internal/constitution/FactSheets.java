package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.alignment.rules.Facts;
import dev.hitlai.alignment.rules.Rule.Scope;
import dev.hitlai.identity.Companies;
import dev.hitlai.testing.FindingReview.ReviewedRun;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is known of a run, an action or a finding down as facts. */
@Component
class FactSheets {
  private final Companies companies;

  FactSheets(Companies companies) {
    this.companies = companies;
  }

  static Scope scope(ReviewedRun run) {
    return new Scope(run.companyId(), run.testerId(), run.platform());
  }

  /** What is the same for all that a run does. */
  Facts.Builder run(ReviewedRun run, String engine) {
    var facts =
        Facts.builder()
            .with("run", "id", run.id().toString())
            .with("run", "url", run.url().toString())
            .with("run", "host", host(run.url().toString()))
            .with("run", "mission", run.mission())
            .with("run", "testType", run.type().code())
            .with("run", "platform", run.platform())
            .with("run", "engine", engine)
            .with("run", "allowedHosts", run.allowedHosts())
            .with("persona", "name", run.persona().name())
            .with("persona", "age", run.persona().age())
            .with("persona", "techLiteracy", word(run.persona().techLiteracy()))
            .with("tester", "id", run.testerId() == null ? null : run.testerId().toString())
            .with("company", "id", run.companyId().toString());
    companies
        .find(run.companyId())
        .ifPresent(
            company ->
                facts
                    .with("company", "name", company.name())
                    .with("company", "plan", company.plan()));
    return facts;
  }

  Facts finding(ReviewedRun run, String engine, Finding finding, String gates) {
    return run(run, engine)
        .with("finding", "rule", finding.rule())
        .with("finding", "title", finding.title())
        .with("finding", "description", finding.description())
        .with("finding", "recommendation", finding.recommendation())
        .with("finding", "severity", word(finding.severity()))
        .with("finding", "category", word(finding.category()))
        .with("finding", "url", finding.url())
        .with("finding", "selector", finding.selector())
        .with("finding", "html", finding.evidence().html())
        .with("finding", "confidence", finding.confidence())
        .with("finding", "source", word(finding.source()))
        .with("finding", "effort", word(finding.effort()))
        .with("finding", "gates", gates)
        .with("finding", "occurrences", finding.occurrences().size())
        .with("finding", "wcag", finding.wcag())
        .with("finding", "personas", finding.personas())
        .with("finding", "measured", finding.evidence().measured())
        .with("page", "url", finding.url())
        .with("page", "host", host(finding.url()))
        .build();
  }

  static Facts action(Facts.Builder run, Action action, PageView page) {
    var facts =
        run.with("action", "kind", word(action))
            .with("page", "url", page.url())
            .with("page", "host", host(page.url()))
            .with("page", "title", page.title())
            .with("page", "language", page.language())
            .with(
                "page",
                "text",
                page.texts().stream()
                    .map(PageView.TextBlock::text)
                    .collect(Collectors.joining("\n")));
    switch (action) {
      case Action.Click click -> target(facts, click.target());
      case Action.Gesture gesture -> target(facts, gesture.target());
      case Action.Type type -> {
        target(facts, type.target());
        facts.with("action", "text", isSecret(type) ? Secrets.MASK : type.text());
      }
      case Action.Select select -> {
        target(facts, select.target());
        facts.with("action", "option", select.option());
      }
      case Action.Check check -> target(facts, check.target());
      case Action.Press press -> facts.with("action", "key", press.key());
      case Action.Keys keys -> {
        target(facts, keys.target());
        facts.with("action", "key", keys.key());
      }
      case Action.Drag drag -> target(facts, drag.source());
      case Action.Mark mark -> target(facts, mark.target());
      case Action.Hover hover -> target(facts, hover.target());
      case Action.Open open ->
          facts
              .with("action", "href", open.address().toString())
              .with("action", "host", host(open.address().toString()));
      case Action.Scroll _, Action.Back _, Action.Await _, Action.Finish _, Action.GiveUp _ -> {}
    }
    return facts.build();
  }

  private static void target(Facts.Builder facts, Element target) {
    facts
        .with("action", "target", target.label())
        .with("action", "role", target.role())
        .with("action", "tag", target.tag())
        .with("action", "selector", target.selector());
    if (target.link() != null) {
      facts
          .with("action", "href", target.link().href())
          .with("action", "host", host(target.link().href()));
    }
    if (target.field() != null) {
      facts
          .with("action", "fieldType", target.field().type())
          .with("action", "fieldLabel", target.field().label())
          .with("action", "autocomplete", target.field().autocomplete());
    }
  }

  private static boolean isSecret(Action.Type type) {
    var field = type.target().field();
    return field != null && "password".equalsIgnoreCase(field.type());
  }

  /** {@code example.org}, empty for what has none. */
  static String host(@Nullable String url) {
    if (url == null) {
      return "";
    }
    try {
      var host = URI.create(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Action action) {
    return action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
